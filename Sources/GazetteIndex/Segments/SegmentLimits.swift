/// How much one segment may hold, so that no number of its format wraps.
///
/// What would go over a limit begins another segment, and segments that would be over one together stay apart. Only a
/// single group that is over a limit by itself is an error. Tests lower the limits.
package struct SegmentLimits: Sendable {
  /// The most entries; their numbers have 31 bits.
  package var entries = SegmentFormat.entryLimit
  /// The most bytes of all keys; where they end has 31 bits.
  package var keyBytes = GroupTable.noKey - 1
  /// The most bytes of the texts of one entry: offsets and positions of tokens have 32 bits, and a byte makes far fewer
  /// than 16 of either.
  package var entryBytes = Int(Int32.max) / 16
  /// The most bytes of postings as they are collected.
  ///
  /// Encoded they take fewer, so that neither the dictionary nor the list of any term comes near the limits below, unless
  /// segments are merged.
  package var postingBytes = 3 << 30
  /// The most bytes of postings in memory, whatever the budget, so that one more entry finds its place within offsets.
  package var tableBytes = 1 << 31
  /// The most bytes that offsets in memory can tell apart.
  package var offsetBytes = Int(UInt32.max)
  /// The most runs of postings that are merged when a segment is finished.
  package var runs = 48
  /// The most bytes of the blocks of the dictionary, and of its index: where they begin has 32 bits.
  package var dictionaryBytes = Int(UInt32.max)
  /// The most bytes of the postings, and of the positions, of one term: where their blocks end has 32 bits.
  package var listBytes = Int(UInt32.max)

  /// The limits of the format.
  package init() {}
}
