/// One way in which a measure that asks for the same falls behind another, or goes beyond it.
public struct MeasureDifference: Sendable, Hashable {
  /// What differs.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// It is less binding, or more.
    case strength
    /// The one asks for what the other forbids.
    case polarity
    /// The number.
    case indicator
    /// The date.
    case deadline
    /// Whom or what it holds for: all, or those that meet a condition.
    case scope
    /// Who acts.
    case body
  }

  /// Whether what comes second asks for less or for more.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// It asks for less: weaker, lower, later, narrower, without.
    case less
    /// It asks for more.
    case more
    /// It asks for something else.
    case other
  }

  /// What differs.
  public let kind: Kind
  /// Whether the second asks for less or more.
  public let direction: Direction
  /// What the first says; `nil` where it says nothing.
  public let before: String?
  /// What the second says; `nil` where it says nothing.
  public let after: String?
}
