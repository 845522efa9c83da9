/// What a quotation proves to be.
///
/// Raw values are the words of reports.
public enum QuotationVerdict: String, Sendable, Hashable, CaseIterable {
  /// Byte for byte in the source.
  case exact
  /// Word for word in the source, in another form; the report says in which.
  case normalised
  /// Word for word in one passage of the source, with gaps where the draft marks them and nothing in them that turns the meaning.
  case elided
  /// In the source, but with words changed, left out or put in.
  case altered
  /// Word for word in another document than the one that is named.
  case misattributed
  /// Another wording or translation of a passage of the source.
  case rendering
  /// Too few words to prove anything.
  case tooShort = "too-short"
  /// In no document of the index.
  case absent
  /// The document that is named is not in the index: neither right nor wrong.
  case sourceMissing = "source-missing"

  /// Whether the words are those of the source.
  public var isSound: Bool { self == .exact || self == .normalised || self == .elided }

  /// Verdicts that are findings unless somebody asks for others.
  public static let findings: Set<QuotationVerdict> = [
    .altered, .misattributed, .absent, .sourceMissing,
  ]
}
