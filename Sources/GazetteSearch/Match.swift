public import GazetteDocument

/// One way in which a passage matches a query: what matched, how, and where.
public struct Match: Sendable, Hashable {
  /// How words can match.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The folded word itself.
    case literal
    /// Another form of the word with the same stem.
    case stem
    /// All words of a phrase, next to each other and in order.
    case phrase
    /// A word that begins with what was asked for.
    case prefix
  }

  /// The words that matched, as they stand in the text.
  public let term: String
  /// How they matched.
  public let kind: Kind
  /// The name of the field that they stand in.
  public let field: String
  /// Where they stand in the source text; `nil` for a field that is no part of the passage.
  public let span: TextSpan?

  /// Creates a match.
  package init(term: String, kind: Kind, field: String, span: TextSpan?) {
    self.term = term
    self.kind = kind
    self.field = field
    self.span = span
  }
}
