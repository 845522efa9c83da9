extension PostingListWriter {
  /// Appends postings with their positions: for each posting as many as its frequency, the first as it is, the others as
  /// distance to the one before.
  func append(
    docIDs: UnsafePointer<UInt32>, frequencies: UnsafePointer<UInt32>, count: Int,
    positionDeltas: UnsafePointer<UInt32>
  ) throws(IndexError) {
    var at = 0
    for index in 0..<count {
      let frequency = unsafe frequencies[index]
      try append(docID: unsafe docIDs[index], frequency: frequency)
      guard hasPositions else { continue }
      for _ in 0..<frequency {
        append(positionDelta: unsafe positionDeltas[at])
        at += 1
      }
    }
  }
}
