/// True and false finds of one field.
public struct FieldScore: Sendable {
  /// What was found and is right, weighed by how far it overlaps.
  public var hits = 0.0
  /// How many were found.
  public var found = 0.0
  /// How many there are.
  public var wanted = 0.0

  /// A score of nothing so far.
  public init() {}

  /// The share of what was found that is right.
  public var precision: Double { found == 0 ? 1 : hits / found }
  /// The share of what there is that was found.
  public var recall: Double { wanted == 0 ? 1 : hits / wanted }
  /// The harmonic mean of precision and recall.
  public var f1: Double {
    found + wanted == 0 ? 1 : 2 * hits / (found + wanted)
  }
}
