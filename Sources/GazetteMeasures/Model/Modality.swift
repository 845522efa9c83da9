/// How binding a measure is, and whether it asks or forbids.
public struct Modality: Sendable, Hashable {
  /// Whether something is to be done or to be left.
  public enum Polarity: String, Sendable, Hashable, CaseIterable {
    /// It is to be done.
    case positive
    /// It is to be left.
    case negative
  }

  /// 5 absolute ban, 4 strict duty or ban, 3 ordinary duty, 2 encouragement or soft target, 1 permission or trial.
  public var strength: Int
  /// Whether something is to be done or to be left.
  public var polarity: Polarity
  /// Whether the modal word stands in an earlier clause or in what encloses it.
  public var isInherited: Bool

  /// Creates a modality.
  public init(strength: Int, polarity: Polarity, isInherited: Bool = false) {
    self.strength = strength
    self.polarity = polarity
    self.isInherited = isInherited
  }
}
