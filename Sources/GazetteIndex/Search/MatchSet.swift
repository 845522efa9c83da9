/// The entries of a segment that match a query and are not deleted, one bit each.
struct MatchSet {
  private(set) var bits: [UInt64]
  private(set) var count = 0

  /// Walks over the matches of a scorer.
  init(_ scorer: Scorer, in segment: LiveSegment) {
    bits = [UInt64](repeating: 0, count: (segment.segment.entryCount + 63) / 64)
    let hasDeletions = segment.live.deletedEntryCount > 0
    while scorer.docID != Scorer.end {
      let entry = Int(scorer.docID)
      if !hasDeletions || !segment.live.isDeleted(entry: entry) {
        bits[entry >> 6] |= 1 << UInt64(entry & 63)
        count += 1
      }
      scorer.next()
    }
  }

  /// Whether an entry matches.
  @inline(__always)
  func contains(_ entry: UInt32) -> Bool {
    bits[Int(entry >> 6)] & (1 << UInt64(entry & 63)) != 0
  }

  /// The first match at or after an entry; `Scorer.end` when there is none.
  func first(from entry: UInt32) -> UInt32 {
    var word = Int(entry >> 6)
    guard word < bits.count else { return Scorer.end }
    var rest = bits[word] & (~0 << UInt64(entry & 63))
    while rest == 0 {
      word += 1
      guard word < bits.count else { return Scorer.end }
      rest = bits[word]
    }
    return UInt32(word << 6 + rest.trailingZeroBitCount)
  }

  /// How many postings of a list match.
  func count(of cursor: PostingCursor) -> Int {
    var found = 0
    // What is shorter leads: few matches skip through a long list, a short list is walked.
    if count < cursor.count / 16 {
      var entry = first(from: 0)
      while entry != Scorer.end {
        cursor.advance(to: entry)
        guard cursor.docID != PostingCursor.end else { break }
        if cursor.docID == entry {
          found += 1
          entry = first(from: entry + 1)
        } else {
          entry = first(from: cursor.docID)
        }
      }
      return found
    }
    cursor.next()
    while cursor.docID != PostingCursor.end {
      if contains(cursor.docID) { found += 1 }
      cursor.next()
    }
    return found
  }
}
