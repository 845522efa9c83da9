public import Gazette

/// A question of a quiz, with the proof of every right and wrong answer.
public struct QuizItem: Sendable, Hashable {
  /// Something to choose.
  public struct Choice: Sendable, Hashable {
    /// Its words: a label, or words of a source.
    public let text: String
    /// Whether it is right.
    public let isRight: Bool
    /// The sentence that shows what it is.
    public let excerpt: CitedExcerpt
    /// What it belongs to where it is wrong, as a label; `nil` where the sentence says enough.
    public let belongsTo: String?
  }

  /// The stable name.
  public var id: String
  /// What sort of question it is.
  public let kind: StudyItemKind
  /// The question.
  public let prompt: String
  /// What to choose from, or the parts to be ordered; none for a gap.
  public let choices: [Choice]
  /// The right answer.
  public let answer: String
  /// The sentence that proves it.
  public let source: CitedExcerpt
  /// What it is about, independent of the words.
  let key: StudyKey
}
