extension TermDictionary {
  /// What the dictionary says of a term; `nil` when no entry holds it.
  ///
  /// Costs a search among the first keys of the blocks and a walk through half a block, in which no key is put together:
  /// of each only what it shares with the key before matters.
  func find(_ term: Term) throws(IndexError) -> TermInfo? {
    guard Int(term.field.rawValue) < hasPositions.count else { return nil }
    let key = [term.field.rawValue] + term.bytes
    guard let number = try blockIndex(for: key) else { return nil }
    let (bytes, offset, count) = try block(number)
    let first = try firstKey(of: number)
    return try unsafe key.withUnsafeBufferPointer { (key) throws(IndexError) in
      var reader = ByteReader(bytes)
      var start = Int(truncatingIfNeeded: reader.varint() & 0xFF_FFFF_FFFF)
      // How much of the key the current term has, and whether that is all of the term.
      var common = unsafe Self.common(unsafe first.buffer, key)
      var length = first.count
      var field = first[0]
      for place in 0..<count {
        if place > 0 {
          let shared = Int(reader.varint32())
          let suffix = reader.bytes(reader.length())
          guard shared <= length, shared + suffix.count > 0 else {
            throw file.corrupt(offset + reader.offset, "a term shares more than there is")
          }
          // A term that shares less than the one before, which came before the key, comes after the key.
          guard shared >= common else { return nil }
          if shared == 0 { field = suffix[0] }
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
        guard Int(field) < hasPositions.count else {
          throw file.corrupt(offset + reader.offset, "a term is of no field")
        }
        let info = TermInfo(
          from: &reader, postingsStart: start, hasPositions: hasPositions[Int(field)])
        guard !reader.hasFailed, info.documentFrequency > 0 else {
          throw file.corrupt(offset + reader.offset, "a term has no place")
        }
        if common == key.count, length == key.count { return info }
        start += info.postingsLength + info.positionsLength
      }
      return nil
    }
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
