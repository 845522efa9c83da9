/// What a segment holds.
public struct SegmentSummary: Sendable, Hashable {
  /// The name of its file.
  public let name: String
  /// How many entries answer queries.
  public let entryCount: Int
  /// How many entries are deleted and not yet merged away.
  public let deletedCount: Int
  /// How many terms its dictionary holds.
  public let termCount: Int
  /// How many bytes its file has.
  public let byteCount: Int
}
