extension PostingCursor {
  /// Appends the positions of the term in the entry, rising; nothing without positions or after damage.
  func appendPositions(to output: NumberBuffer) {
    let found = unsafe positions
    output.reserve(found.count)
    for index in 0..<found.count { unsafe output.append(found[index]) }
  }

  /// The positions of the term in the entry, rising; none without positions or after damage.
  ///
  /// They are valid until the next are asked for.
  var positions: UnsafeBufferPointer<UInt32> {
    guard hasPositions, blockIndex < blockLength else {
      return unsafe UnsafeBufferPointer(start: nil, count: 0)
    }
    if count == 1, info.termFrequency == 1 {
      unsafe docIDs[1] = info.position
      return unsafe UnsafeBufferPointer(start: docIDs + 1, count: 1)
    }
    if positionBlock != block { openPositions() }
    return unsafe positionCursor.positions(of: index)
  }

  /// The first position of the term in the entry, and the distances of the others; none without positions or after damage.
  ///
  /// They are valid until the next are asked for.
  @inline(__always)
  var positionDeltas: UnsafeBufferPointer<UInt32> {
    guard count > 1 || info.termFrequency > 1, hasPositions, blockIndex < blockLength else {
      return unsafe positions
    }
    if positionBlock != block { openPositions() }
    return unsafe positionCursor.deltas(of: index)
  }

  private func openPositions() {
    positionBlock = block
    let start = block == 0 ? 0 : arrays.positionEnd(of: block - 1)
    let end = arrays.hasBlocks ? arrays.positionEnd(of: block) : info.positionsLength
    guard start <= end, end <= info.positionsLength else {
      unsafe positionCursor.close()
      return fault.note(segment.corruptPostings(info.positionsStart + start))
    }
    unsafe positionCursor.open(
      at: info.positionsStart + start, length: end - start, frequencies: blockFrequencies,
      count: blockLength)
  }
}
