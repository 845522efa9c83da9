public import Gazette

/// A card to learn from: a question in front, words of the sources behind.
public struct Flashcard: Sendable, Hashable {
  /// The stable name, the first field of the note: learners keep their progress by it.
  public var id: String
  /// What sort of card it is.
  public let kind: StudyItemKind
  /// The question.
  public let front: String
  /// The answer, line by line, in words of the sources or labels of the thesaurus.
  public let back: [String]
  /// The sentences that prove it.
  public let sources: [CitedExcerpt]
  /// By what it can be filtered.
  public let tags: [String]
  /// What it is about, independent of the words: by this it keeps its id.
  let key: StudyKey
}
