/// A place at which a draft says something else than its source.
public struct QuotationDifference: Sendable, Hashable {
  /// What differs; a negation weighs the most, mere words the least.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A word that denies is there on one side only.
    case negation
    /// A number.
    case number
    /// A date or a time.
    case date
    /// How binding it is, or for how many: must, should, may, all, only.
    case modality
    /// Other words.
    case words
  }

  /// What differs.
  public let kind: Kind
  /// The words of the draft; empty for what it leaves out.
  public let draft: String
  /// The words of the source; empty for what the draft adds.
  public let source: String

  /// Creates a difference.
  public init(kind: Kind, draft: String, source: String) {
    self.kind = kind
    self.draft = draft
    self.source = source
  }
}
