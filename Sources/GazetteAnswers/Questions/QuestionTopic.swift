/// What a question is about: concepts of the thesaurus, and words beside them.
public struct QuestionTopic: Sendable, Hashable {
  /// The words as they were typed, without those that only ask.
  public let text: String
  /// The concepts that are named, in the order of the question.
  let subjects: [TopicSubject]
  /// The words that are no label.
  let terms: [TopicTerm]
  /// What each word weighs: the rarer the more.
  var weights: [Double]

  /// The ids of the concepts that are named, in the order of the question.
  public var concepts: [String] { subjects.flatMap(\.concepts) }

  /// Whether nothing is left to look for.
  public var isEmpty: Bool { subjects.isEmpty && terms.isEmpty }

  /// The words beside the labels, as they were typed, each once.
  public var words: [String] {
    var seen: Set<String> = []
    return terms.map(\.word).filter { seen.insert($0).inserted }
  }
}
