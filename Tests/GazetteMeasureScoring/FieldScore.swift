/// True and false finds of one field.
public struct FieldScore: Sendable {
  /// What was found and is right, weighed by how far it overlaps.
  public var hits = 0.0
  public var found = 0.0
  public var wanted = 0.0

  public init() {}

  public var precision: Double { found == 0 ? 1 : hits / found }
  public var recall: Double { wanted == 0 ? 1 : hits / wanted }
  public var f1: Double {
    found + wanted == 0 ? 1 : 2 * hits / (found + wanted)
  }
}
