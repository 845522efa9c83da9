/// The entries whose column holds a value within a range, with score 0.
final class ColumnRangeScorer: Scorer {
  private let column: Column
  private let range: ClosedRange<Int64>
  private let count: Int

  init(_ column: Column, in range: ClosedRange<Int64>, entryCount: Int) {
    self.column = column
    self.range = range
    count = entryCount
    super.init(cost: entryCount)
    settle(from: 0)
  }

  override func next() { settle(from: Int(docID) + 1) }

  override func advance(to target: UInt32) { if docID < target { settle(from: Int(target)) } }

  private func settle(from start: Int) {
    var entry = start
    while entry < count {
      if let value = column[entry], range.contains(value) {
        docID = UInt32(entry)
        return
      }
      entry += 1
    }
    docID = Self.end
  }
}
