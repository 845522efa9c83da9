/// The entries that hold one of the terms of a pattern, all with one score: their posting lists as one set of bits.
final class TermSetScorer: Scorer {
  private let set: [UInt64]
  private let value: Double

  /// Collects the entries of all terms; `nil` when there is none.
  init?(
    _ pattern: consuming TermPattern, of field: FieldID, in segment: Segment, hasPositions: Bool,
    score: Float, fault: SearchFault
  ) throws(IndexError) {
    var set = [UInt64](repeating: 0, count: (segment.entryCount + 63) / 64)
    var isEmpty = true
    try pattern.forEachTerm(of: field, in: segment.terms) { (_, info, _) throws(IndexError) in
      isEmpty = false
      let cursor = try PostingCursor(info, in: segment, hasPositions: hasPositions, fault: fault)
      cursor.next()
      while cursor.docID != PostingCursor.end {
        set[Int(cursor.docID >> 6)] |= 1 << UInt64(cursor.docID & 63)
        cursor.next()
      }
      return true
    }
    guard !isEmpty else { return nil }
    self.set = set
    value = Double(score)
    super.init(cost: set.reduce(0) { $0 + $1.nonzeroBitCount })
    settle(from: 0)
  }

  override func next() { settle(from: Int(docID) + 1) }

  override func advance(to target: UInt32) { if docID < target { settle(from: Int(target)) } }

  private func settle(from start: Int) {
    var word = start >> 6
    guard word < set.count else {
      docID = Self.end
      return
    }
    var bits = set[word] & (~0 << UInt64(start & 63))
    while bits == 0 {
      word += 1
      guard word < set.count else {
        docID = Self.end
        return
      }
      bits = set[word]
    }
    docID = UInt32(word << 6 + bits.trailingZeroBitCount)
  }

  override func score() -> Double { value }
}
