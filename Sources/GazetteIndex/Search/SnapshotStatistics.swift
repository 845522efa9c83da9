/// The figures of a snapshot that scores depend on: sums over its segments of all entries that are not merged away yet,
/// deleted ones included.
struct SnapshotStatistics: Sendable {
  /// How many entries there are.
  let entryCount: Int
  /// The norms of each field that has lengths; `nil` for keyword fields.
  let norms: [FieldNorms?]

  init(segments: [LiveSegment], schema: Schema) {
    let entryCount = segments.reduce(0) { $0 + $1.segment.entryCount }
    let norms = (0..<schema.lengthCount).map { slot in
      var total: UInt64 = 0
      for segment in segments { total &+= segment.segment.totalLengths[slot] }
      return FieldNorms(
        averageLength: BM25.averageLength(total: total, entryCount: entryCount))
    }
    self.entryCount = entryCount
    self.norms = schema.lengthSlots.map { slot in slot.map { norms[$0] } }
  }
}
