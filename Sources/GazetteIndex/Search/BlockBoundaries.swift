/// Where the blocks of a scope begin and end in a segment.
struct BlockBoundaries {
  /// How many entries there are.
  let entryCount: Int
  private let segment: Segment
  private let column: Column?

  /// The blocks that are groups, or within them the runs of one value of a column.
  init(segment: Segment, column: Column?) {
    self.segment = segment
    entryCount = segment.entryCount
    self.column = column
  }

  /// The entries of the block that holds an entry.
  ///
  /// Costs a search for the group, and a step an entry of a run.
  func block(around docID: UInt32) throws(IndexError) -> Range<UInt32> {
    let entry = Int(docID)
    let group = try segment.groups.entries(of: segment.groups.group(of: entry))
    var first = group.lowerBound
    var end = group.upperBound
    if let column {
      first = entry
      end = entry + 1
      if let value = column[entry] {
        while first > group.lowerBound, column[first - 1] == value { first -= 1 }
        while end < group.upperBound, column[end] == value { end += 1 }
      }
    }
    return UInt32(first)..<UInt32(end)
  }
}
