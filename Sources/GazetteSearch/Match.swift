public import GazetteConcepts
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
    /// A word that begins with what was asked for, or fits its pattern.
    case prefix
    /// A word that is nearly what was asked for.
    case fuzzy
    /// A mention of a concept that was asked for by a tag.
    case concept
    /// Another rendering, in the same language, of a label that was asked for.
    case rendering
    /// A rendering in another language of a label that was asked for.
    case translation
  }

  /// The words that matched, as they stand in the text.
  public let term: String
  /// How they matched.
  public let kind: Kind
  /// The name of the field that they stand in.
  public let field: String
  /// Where they stand in the source text; `nil` for a field that is no part of the passage.
  public let span: TextSpan?
  /// The id of the concept that they mention; `nil` for words that matched as words.
  public let concept: String?
  /// What the rendering is worth by which they mention it.
  public let status: ConceptLabel.Status?

  /// Creates a match.
  package init(
    term: String, kind: Kind, field: String, span: TextSpan?, concept: String? = nil,
    status: ConceptLabel.Status? = nil
  ) {
    self.term = term
    self.kind = kind
    self.field = field
    self.span = span
    self.concept = concept
    self.status = status
  }
}
