extension TermDictionary {
  /// What the dictionary says of a term; `nil` when no entry holds it.
  ///
  /// Costs a search among the first keys of the blocks and a walk through half a block, in which no key is put together:
  /// of each only what it shares with the key before matters.
  func find(_ term: Term) throws(IndexError) -> TermInfo? {
    guard Int(term.field.rawValue) < hasPositions.count else { return nil }
    var key: [UInt8] = []
    key.reserveCapacity(term.bytes.count + 1)
    key.append(term.field.rawValue)
    key += term.bytes
    let index = try checkedIndex()
    return try unsafe key.withUnsafeBufferPointer { (key) throws(IndexError) in
      guard let number = try unsafe blockIndex(for: key, in: index) else { return nil }
      return try unsafe find(key, in: number, index)
    }
  }

  @inline(__always)
  private func find(
    _ key: UnsafeBufferPointer<UInt8>, in block: Int, _ index: ByteView
  ) throws(IndexError) -> TermInfo? {
    let bytes = try bytes(of: block, in: index)
    let first = try firstKey(of: block, in: index)
    let count = min(Self.blockSize, count - block * Self.blockSize)
    var reader = ByteReader(bytes)
    var start = Int(truncatingIfNeeded: reader.varint() & 0xFF_FFFF_FFFF)
    // How much of the key the current term has, and whether that is all of the term.
    var common = unsafe Self.common(unsafe first.buffer, key)
    var length = first.count
    var field = Int(first[0])
    for place in 0..<count {
      if place > 0 {
        let shared = Int(reader.varint32())
        let suffix = reader.bytes(reader.length())
        guard shared <= length, shared + suffix.count > 0 else {
          throw corrupt(bytes, reader.offset, "a term shares more than there is")
        }
        // A term that shares less than the one before, which came before the key, comes after the key.
        guard shared >= common else { return nil }
        if shared == 0 { field = Int(suffix[0]) }
        length = shared + suffix.count
        if shared == common {
          let more = unsafe Self.common(
            unsafe suffix.buffer, unsafe UnsafeBufferPointer(rebasing: key[common...]))
          common += more
          // Where the two part, the term must have the lesser byte, or end first.
          var isBefore = more == suffix.count
          if !isBefore, common < key.count { isBefore = unsafe suffix[more] < key[common] }
          guard isBefore else { return nil }
        }
      }
      guard field < hasPositions.count else {
        throw corrupt(bytes, reader.offset, "a term is of no field")
      }
      if common == key.count, length == key.count {
        let info = TermInfo(
          from: &reader, postingsStart: start, hasPositions: hasPositions[field])
        guard !reader.hasFailed, info.documentFrequency > 0 else {
          throw corrupt(bytes, reader.offset, "a term has no place")
        }
        return info
      }
      guard let length = TermInfo.skip(in: &reader, hasPositions: hasPositions[field]) else {
        throw corrupt(bytes, reader.offset, "a term has no place")
      }
      start += length
    }
    return nil
  }

  private func corrupt(_ block: ByteView, _ offset: Int, _ what: String) -> IndexError {
    file.corrupt(unsafe block.base - file.body.base + offset, what)
  }

  /// How many bytes two keys begin with alike.
  @inline(__always)
  private static func common(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let limit = min(left.count, right.count)
    var count = 0
    while count < limit, unsafe left[count] == right[count] { count += 1 }
    return count
  }
}
