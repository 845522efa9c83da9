public import GazetteDocument

/// A place that may be what a selector meant, for a person to accept or not.
public struct SelectorProposal: Sendable, Hashable {
  /// Where it is.
  public let span: TextSpan
  /// Its words, exactly as they stand.
  public let text: String
  /// The share of the selector's words that stand there in their order, 0 to 1; 1 for the very words.
  public let likeness: Double

  /// Creates a proposal.
  package init(span: TextSpan, text: String, likeness: Double) {
    self.span = span
    self.text = text
    self.likeness = likeness
  }
}
