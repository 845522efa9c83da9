/// Takes a segment apart to the last posting and throws the first thing that cannot be.
struct SegmentCheck {
  private let segment: Segment
  private let fault = SearchFault()

  init(_ segment: Segment) { self.segment = segment }

  /// Reads everything.
  func run() throws(IndexError) {
    try checkGroups()
    try checkEntries()
    try checkTerms()
    try fault.check()
  }

  private func damaged(_ what: String) -> IndexError { segment.file.corrupt(0, what) }

  private func checkGroups() throws(IndexError) {
    let groups = segment.groups
    var next = 0
    for group in 0..<groups.count {
      let entries = try groups.entries(of: group)
      guard entries.lowerBound == next else {
        throw damaged("the entries of two groups overlap or leave a gap")
      }
      next = entries.upperBound
      if let key = try groups.key(of: group) { try checkKey(key, of: group) }
      let stored = try groups.stored(of: group)
      _ = try stored.view(0..<stored.count)
    }
    guard next == segment.entryCount else { throw damaged("some entries are in no group") }
  }

  private func checkKey(_ key: ByteView, of group: Int) throws(IndexError) {
    guard unsafe String(validating: key.buffer, as: UTF8.self) != nil else {
      throw damaged("a group's key is no text")
    }
    guard let found = try segment.groups.find(key.array), found >= group else {
      throw damaged("a group is not found by its key")
    }
  }

  private func checkEntries() throws(IndexError) {
    for slot in 0..<segment.schema.lengthCount {
      let codes = try segment.lengths(slot: slot)
      var total: UInt64 = 0
      for entry in 0..<codes.count { total += UInt64(FieldLength.table[Int(codes[entry])]) }
      guard total == segment.totalLengths[slot] else {
        throw damaged("the lengths of a field do not add up")
      }
    }
    for column in segment.schema.columns.indices {
      _ = try segment.column(ColumnID(rawValue: UInt8(column)))
    }
  }

  private func checkTerms() throws(IndexError) {
    var walker = try segment.terms.terms()
    var last: [UInt8] = []
    var count = 0
    let positions = NumberBuffer(capacity: 64)
    while try walker.next() {
      guard last.isEmpty || walker.compare(to: last) > 0 else {
        throw damaged("the terms are out of order")
      }
      last = walker.key
      count += 1
      try checkPostings(walker.info, of: walker.field, positions)
    }
    guard count == segment.terms.count else { throw damaged("terms are missing") }
  }

  private func checkPostings(
    _ info: TermInfo, of field: FieldID, _ positions: NumberBuffer
  ) throws(IndexError) {
    let hasPositions = segment.terms.hasPositions[Int(field.rawValue)]
    let cursor = try PostingCursor(
      info, in: segment, hasPositions: hasPositions, fault: fault)
    var count = 0
    var next: UInt32 = 0
    cursor.next()
    while cursor.docID != PostingCursor.end {
      guard cursor.docID >= next, Int(cursor.docID) < segment.entryCount else {
        throw segment.corruptPostings(info.postingsStart)
      }
      next = cursor.docID + 1
      count += 1
      if hasPositions {
        positions.count = 0
        cursor.appendPositions(to: positions)
        try fault.check()
        guard positions.count == Int(cursor.termFrequency), Self.isRising(positions) else {
          throw segment.corruptPostings(info.positionsStart)
        }
      }
      cursor.next()
    }
    try fault.check()
    guard count == cursor.count else { throw segment.corruptPostings(info.postingsStart) }
  }

  private static func isRising(_ positions: NumberBuffer) -> Bool {
    for index in 1..<max(1, positions.count)
    where unsafe positions.base[index] <= positions.base[index - 1] {
      return false
    }
    return true
  }
}
