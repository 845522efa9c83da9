/// A term and how much its occurrences count beside those of others.
public struct WeightedTerm: Sendable, Hashable {
  /// The term.
  public let term: Term
  /// What one occurrence counts: finite and not negative.
  public let weight: Float

  /// Creates a weighted term.
  public init(_ term: Term, weight: Float = 1) {
    self.term = term
    self.weight = weight
  }
}
