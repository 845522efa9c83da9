/// A line of a user's lexicon that says nothing the reader can use.
public struct LexiconNotice: Sendable, Hashable {
  /// What is wrong with a line.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// Words stand before the first section.
    case noSection = "no-section"
    /// A section begins with `[` and does not end in `]`.
    case openSection = "open-section"
    /// A section begins with another word than `zh` or `en`.
    case unknownLanguage = "unknown-language"
    /// A section names a kind of word that there is not.
    case unknownKind = "unknown-kind"
    /// A section of verbs names a group that there is not.
    case unknownGroup = "unknown-group"
    /// The strength of a modal or of a forbidding verb is no number from 1 to 5.
    case strength
    /// A modal is neither `positive` nor `negative`.
    case polarity
    /// A word is longer than any word: the blanks or commas between words are missing.
    case longWord = "long-word"
    /// A word that is to be taken out is not in the lexicon.
    case unknownWord = "unknown-word"
  }

  /// The line, counted from 1.
  public let line: Int
  /// What is wrong with it.
  public let reason: Reason
  /// The words that are meant, as they stand in the line.
  public let words: String

  /// Creates a notice.
  public init(line: Int, reason: Reason, words: String) {
    self.line = line
    self.reason = reason
    self.words = words
  }
}
