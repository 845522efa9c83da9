/// One requirement over dated documents: what became of its force, its number, its date, its scope and its bodies.
///
/// Mere wording is not reported.
public struct MeasureTrace: Sendable {
  /// One document's measure.
  public struct Step: Sendable, Hashable {
    /// The measure.
    public let record: MeasureRecord
    /// How like it is to the measure that it follows, 0 to 1; 1 for the first.
    public let likeness: Double
    /// In what it differs from the step before.
    public let changes: [MeasureDifference]
  }

  /// The steps by the date of their documents; several documents of one day in the byte order of their names.
  public let steps: [Step]

  /// Whether anything but wording changed.
  public var hasChanges: Bool { steps.contains { !$0.changes.isEmpty } }
}
