/// What one document says of another: that it carries it out, repeals it, cites it.
public struct DocumentRelation: Sendable, Hashable {
  /// What one document can be to another.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// It is based on the other one, or carries it out.
    case implements
    /// It covers the other one, which it puts into force.
    case issues
    /// It passes on the other one, which another body made.
    case forwards
    /// It changes words of the other one.
    case amends
    /// It ends the other one.
    case repeals
    /// It takes the place of the other one.
    case supersedes
    /// It adds to the other one.
    case supplements
    /// It explains the other one.
    case explains
    /// It answers the other one.
    case answers
    /// It names the other one, and no word around tells why.
    case cites
    /// It says the other one in another language.
    case translates
  }

  /// What it is to the other one.
  public var kind: Kind
  /// The title by which it names the other one, outer marks left out; `nil` when it gives a number only.
  public var title: String?
  /// The number by which it names the other one.
  public var number: DocumentNumber?
  /// How the kind is known: `stated` with a word that says so, `inferred` from the form of the document's own title.
  public var state: FieldState
  /// Where the source text says it: the citation together with the word that tells the kind.
  public var evidence: TextSpan

  /// Creates a relation.
  public init(
    kind: Kind, title: String?, number: DocumentNumber?, state: FieldState = .stated,
    evidence: TextSpan
  ) {
    self.kind = kind
    self.title = title
    self.number = number
    self.state = state
    self.evidence = evidence
  }
}
