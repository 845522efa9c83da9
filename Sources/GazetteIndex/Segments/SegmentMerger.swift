/// Makes one segment of several: their live groups in order, without what is deleted.
struct SegmentMerger {
  private let schema: Schema
  private let sources: [LiveSegment]
  private let limits: SegmentLimits
  /// For each source the new number of every entry, or `dropped`; empty when all of them stay and only move.
  private var renumbering: [[UInt32]] = []
  private var bases: [UInt32] = []
  private static let dropped = UInt32.max

  /// Prepares the merge of segments in the order in which their groups shall follow.
  init(
    _ sources: [LiveSegment], schema: Schema, limits: SegmentLimits = SegmentLimits()
  ) throws(IndexError) {
    self.schema = schema
    self.limits = limits
    self.sources = sources
    var next = 0
    for source in sources {
      guard next + source.liveEntryCount <= limits.entries else {
        throw .tooLarge(what: "the entries of a segment", limit: limits.entries)
      }
      bases.append(UInt32(next))
      var numbers: [UInt32] = []
      if source.live.deletedEntryCount > 0 {
        numbers.reserveCapacity(source.segment.entryCount)
        for entry in 0..<source.segment.entryCount {
          if source.live.isDeleted(entry: entry) {
            numbers.append(Self.dropped)
          } else {
            numbers.append(UInt32(next))
            next += 1
          }
        }
      } else {
        next += source.segment.entryCount
      }
      renumbering.append(numbers)
    }
  }

  /// Writes the merged segment.
  ///
  /// - Parameters:
  ///   - file: Where to; without a file the bytes are returned.
  ///   - isCancelled: Asked now and then; once it is true, the merge ends with an error.
  /// - Returns: The bytes of the segment, when there is no file for them.
  /// - Throws: What reading the sources and writing throws.
  func write(
    to file: AtomicFile?, isCancelled: () -> Bool = { false }
  ) throws(IndexError) -> [UInt8] {
    let writer = SegmentWriter(
      schema: schema, output: CheckedFileWriter(kind: .segment, to: file), limits: limits)
    try writeGroups(to: writer)
    try writer.finishGroups(lengths: mergedLengths(), columns: mergedColumns())
    try writeTerms(to: writer, isCancelled)
    return try writer.finish()
  }

  private func writeGroups(to writer: SegmentWriter) throws(IndexError) {
    for source in sources {
      let groups = source.segment.groups
      for group in 0..<groups.count where !source.live.isDeleted(group: group) {
        let stored = try groups.packed(of: group)
        try unsafe writer.append(stored: stored.buffer)
        try writer.append(
          key: groups.key(of: group)?.array, storedCount: stored.count,
          entryCount: groups.entries(of: group).count)
      }
    }
  }

  private func mergedLengths() throws(IndexError) -> [[UInt8]] {
    var lengths: [[UInt8]] = []
    for slot in 0..<schema.lengthCount {
      var codes: [UInt8] = []
      for source in sources {
        let view = try source.segment.lengths(slot: slot)
        for entry in 0..<view.count where !source.live.isDeleted(entry: entry) {
          codes.append(view[entry])
        }
      }
      lengths.append(codes)
    }
    return lengths
  }

  private func mergedColumns() throws(IndexError) -> [[Int64?]] {
    var columns: [[Int64?]] = []
    for number in schema.columns.indices {
      var values: [Int64?] = []
      for source in sources {
        let column = try source.segment.column(ColumnID(rawValue: UInt8(number)))
        for entry in 0..<source.segment.entryCount where !source.live.isDeleted(entry: entry) {
          values.append(column[entry])
        }
      }
      columns.append(values)
    }
    return columns
  }

  private func writeTerms(
    to writer: SegmentWriter, _ isCancelled: () -> Bool
  ) throws(IndexError) {
    var walkers: [TermWalker] = []
    var open: [Int] = []
    for (number, source) in sources.enumerated() {
      walkers.append(try source.segment.terms.terms())
      if try walkers[number].next() { open.append(number) }
    }
    let fault = SearchFault()
    let positions = NumberBuffer(capacity: 1024)
    var termCount = 0
    while let first = open.first {
      termCount += 1
      if termCount % 1024 == 0 {
        guard !isCancelled() else { throw .cancelledMerge }
        // What has been read is not needed again: without this the sources would fill the memory.
        for number in open {
          sources[number].segment.releasePostings(before: walkers[number].info.postingsStart)
        }
      }
      var least = first
      for number in open.dropFirst()
      where walkers[number].compare(to: walkers[least].key) < 0 {
        least = number
      }
      let key = walkers[least].key
      let list = writer.beginTerm(of: key[0])
      var count = 0
      for number in open where walkers[number].compare(to: key) == 0 {
        count += try copyPostings(
          walkers[number].info, of: number, field: key[0], to: list, positions, fault)
      }
      if count > 0 {
        unsafe try key.withUnsafeBufferPointer { (bytes) throws(IndexError) in
          try unsafe writer.finishTerm(bytes, list)
        }
      }
      var stillOpen: [Int] = []
      for number in open {
        guard walkers[number].compare(to: key) == 0 else {
          stillOpen.append(number)
          continue
        }
        if try walkers[number].next() { stillOpen.append(number) }
      }
      open = stillOpen
    }
  }

  /// Copies the only occurrence of a term in a source; what the dictionary says is all there is.
  private func copyOnly(
    _ info: TermInfo, of source: Int, _ hasPositions: Bool, to list: PostingListWriter
  ) throws(IndexError) -> Int {
    guard info.docID < sources[source].segment.entryCount else {
      throw sources[source].segment.corruptPostings(info.postingsStart)
    }
    let numbers = renumbering[source]
    let docID = numbers.isEmpty ? bases[source] + info.docID : numbers[Int(info.docID)]
    guard docID != Self.dropped else { return 0 }
    try list.append(docID: docID, frequency: 1)
    if hasPositions { list.append(positionDelta: info.position) }
    return 1
  }

  /// Copies the live postings of a term in one source; the number of them.
  private func copyPostings(
    _ info: TermInfo, of source: Int, field: UInt8, to list: PostingListWriter,
    _ positions: NumberBuffer, _ fault: SearchFault
  ) throws(IndexError) -> Int {
    let hasPositions = schema.fields[Int(field)].kind != .keyword
    if info.documentFrequency == 1, !hasPositions || info.termFrequency == 1 {
      return try copyOnly(info, of: source, hasPositions, to: list)
    }
    let cursor = try PostingCursor(
      info, in: sources[source].segment, hasPositions: hasPositions, fault: fault)
    let numbers = renumbering[source]
    let base = bases[source]
    var count = 0
    cursor.next()
    while cursor.docID != PostingCursor.end {
      let entry = cursor.docID
      let docID = numbers.isEmpty ? base + entry : numbers[Int(entry)]
      if docID != Self.dropped {
        positions.count = 0
        cursor.appendPositions(to: positions)
        let frequency = hasPositions ? UInt32(positions.count) : 1
        try list.append(docID: docID, frequency: frequency)
        var last: UInt32 = 0
        for index in 0..<positions.count {
          let position = unsafe positions.base[index]
          list.append(positionDelta: position &- last)
          last = position
        }
        count += 1
      }
      cursor.next()
    }
    try fault.check()
    return count
  }
}
