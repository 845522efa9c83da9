public import GazetteMeasures

/// Which measures of an index are wanted: where they stand, and what they are like.
public struct MeasureSelection: Sendable {
  /// Documents by id, unique tail or number; all when empty.
  public var documents: [String] = []
  /// A section by path, number or heading; whole documents when `nil`.
  public var section: String?
  /// Concepts by id or label, any when empty.
  ///
  /// With a concept count those below it.
  public var concepts: [String] = []
  /// A query that the measure's passage must match whole; any when `nil`.
  public var query: String?
  /// What else must hold.
  public var filter = MeasureFilter()

  /// Selects every measure and target of an index.
  public init() {}
}
