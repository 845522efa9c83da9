/// The figures of a snapshot that scores depend on: sums over its segments of all entries that are not merged away yet,
/// deleted ones included.
struct SnapshotStatistics: Sendable {
  /// How many entries there are.
  let entryCount: Int
  /// The norms of each field that has lengths; `nil` for keyword fields.
  let norms: [FieldNorms?]
  /// For each field the place of its lengths; `nil` for keyword fields.
  let lengthSlots: [Int?]
  /// The average length of each field that has lengths.
  let averageLengths: [Float?]

  init(segments: [LiveSegment], schema: Schema) {
    let entryCount = segments.reduce(0) { $0 + $1.segment.entryCount }
    let averages = (0..<schema.lengthCount).map { slot in
      var total: UInt64 = 0
      for segment in segments { total &+= segment.segment.totalLengths[slot] }
      return BM25.averageLength(total: total, entryCount: entryCount)
    }
    let norms = averages.map { FieldNorms(averageLength: $0) }
    self.entryCount = entryCount
    lengthSlots = schema.lengthSlots
    averageLengths = schema.lengthSlots.map { slot in slot.map { averages[$0] } }
    self.norms = schema.lengthSlots.map { slot in slot.map { norms[$0] } }
  }
}
