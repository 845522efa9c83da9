extension PostingCursor {
  /// Adds the postings that lie in the window of a set to it; windows must rise.
  ///
  /// Whole blocks within the window go in without being opened one by one.
  func add(to set: EntrySet) {
    advance(to: set.first)
    while docID <= set.last, docID != Self.end {
      if let bits = bitSet, bits.base >= set.first, blockLast <= set.last {
        set.add(bits)
      } else {
        unsafe set.add(blockDocIDs + blockIndex, blockLength - blockIndex)
        if blockLast > set.last { return }
      }
      let next = addWholeBlocks(from: block + 1, to: set)
      open(next)
    }
  }

  /// Adds blocks as long as they are whole, intact and within the window; the first that is not.
  private func addWholeBlocks(from first: Int, to set: EntrySet) -> Int {
    guard arrays.hasBlocks, first > 0, let data = wholeData else { return first }
    let whole = count / PostingFormat.blockSize
    let numbers = unsafe memory.numbers
    var number = first
    var base = arrays.lastDocID(of: first - 1) &+ 1
    var start = arrays.dataEnd(of: first - 1)
    while number < whole {
      let last = arrays.lastDocID(of: number)
      let end = arrays.dataEnd(of: number)
      guard last <= set.last, last >= base, start < end, end <= data.count else { break }
      let mark = Int(data[start])
      if mark >= PostingFormat.bitSetMark {
        let words = mark - PostingFormat.bitSetMark
        guard let view = data.slice(start + 1, words * 8), view.count <= end - start,
          Int(base) + words * 64 - Int(set.first) <= set.capacity
        else { break }
        unsafe set.add(UnsafeRawPointer(view.base), words, base: base)
      } else {
        // More than 24 bits may overflow a sum; such blocks are opened with care.
        guard mark <= 24, 1 + mark * 16 <= end - start else { break }
        unsafe BitPacking.unpackSums(
          data.base + start + 1, bits: mark, base: base, into: numbers)
        guard unsafe numbers[PostingFormat.blockSize - 1] == last else { break }
        unsafe set.add(numbers, PostingFormat.blockSize)
      }
      base = last &+ 1
      start = end
      number += 1
    }
    return number
  }
}
