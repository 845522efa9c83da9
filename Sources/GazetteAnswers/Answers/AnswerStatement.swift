public import GazetteMeasures
public import GazetteSearch

/// A whole sentence that answers, ready to be cited.
public struct AnswerStatement: Sendable, Hashable {
  /// The passage that holds the sentence.
  public let passage: CitedPassage
  /// The sentence.
  public let sentence: CitedSentence
  /// The items of the list that the sentence leads in, in their order; none for other sentences.
  public let items: [CitedPassage]
  /// What it says to the field that was asked for; none where no field was.
  public let values: [AnswerValue]
  /// The requirements in it.
  public let measures: [MeasureRecord]
  /// How much of the question's topic is there, 0 to 1.
  public let coverage: Double
  /// Where else the same stands, in other documents or in translation.
  public let alike: [AnswerPlace]

  /// The sentence and the items that it leads in, as excerpts that can be cited.
  public var excerpts: [CitedExcerpt] {
    [CitedExcerpt(passage, sentence: sentence)] + items.map { CitedExcerpt($0) }
  }
}
