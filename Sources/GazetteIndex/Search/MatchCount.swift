/// Counts the entries that hold all, or at least one, of several terms, without scores.
struct MatchCount {
  private let cursors: [PostingCursor]
  private let entryCount: Int
  private let live: LiveDocuments

  /// Prepares a count in one segment.
  init(_ cursors: [PostingCursor], entryCount: Int, live: LiveDocuments) {
    self.cursors = cursors
    self.entryCount = entryCount
    self.live = live
  }

  private var windows: some Sequence<ClosedRange<UInt32>> {
    stride(from: 0, to: entryCount, by: EntrySet.windowSize).lazy.map { [entryCount] start in
      UInt32(start)...UInt32(min(start + EntrySet.windowSize, entryCount) - 1)
    }
  }

  /// How many entries hold at least one of the terms.
  func any() -> Int {
    let set = EntrySet(entryCount: entryCount)
    var count = 0
    for window in windows {
      set.begin(window)
      for cursor in cursors { cursor.add(to: set) }
      count += set.count(live: live)
    }
    return count
  }

  /// How many entries hold all of the terms.
  func all() -> Int {
    let order = cursors.sorted { $0.count < $1.count }
    guard let lead = order.first else { return 0 }
    // Looking up an entry of the lead costs about as much as reading some postings one after the other.
    let lookUps = lead.count * (order.count - 1) * 12
    let reading = order.reduce(entryCount / 64) { sum, cursor in
      // Dense blocks are sets of bits, which are taken whole.
      sum + (cursor.count > entryCount / 8 ? cursor.count / 6 : cursor.count)
    }
    return lookUps < reading ? probe(lead, order.dropFirst()) : intersect(order)
  }

  private func intersect(_ order: [PostingCursor]) -> Int {
    let set = EntrySet(entryCount: entryCount)
    let other = EntrySet(entryCount: entryCount)
    var count = 0
    for window in windows {
      set.begin(window)
      order[0].add(to: set)
      for cursor in order.dropFirst() {
        other.begin(window)
        cursor.add(to: other)
        set.formIntersection(other)
      }
      count += set.count(live: live)
    }
    return count
  }

  private func probe(_ lead: PostingCursor, _ others: ArraySlice<PostingCursor>) -> Int {
    let hasDeletions = live.deletedEntryCount > 0
    let candidates = NumberBuffer(capacity: PostingFormat.blockSize)
    var count = 0
    lead.next()
    while lead.docID != PostingCursor.end {
      let docIDs = unsafe lead.blockDocIDs
      var left = lead.blockLength
      unsafe candidates.base.update(from: docIDs, count: left)
      for cursor in others {
        left = Self.keep(candidates, left, in: cursor)
        if left == 0 { break }
      }
      if hasDeletions {
        for index in 0..<left
        where unsafe !live.isDeleted(entry: Int(candidates.base[index])) { count += 1 }
      } else {
        count += left
      }
      lead.open(lead.block + 1)
    }
    return count
  }

  /// Keeps the candidates that a term holds; how many those are.
  @inline(__always)
  private static func keep(
    _ candidates: NumberBuffer, _ count: Int, in cursor: PostingCursor
  ) -> Int {
    let base = unsafe candidates.base
    var kept = 0
    for index in 0..<count {
      let docID = unsafe base[index]
      unsafe base[kept] = docID
      kept += cursor.seek(docID) == docID ? 1 : 0
    }
    return kept
  }
}
