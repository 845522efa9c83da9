/// The terms of a full `TermTable` in a spill file, sorted: each with the number of bytes that its key shares with the one
/// before, the number of further bytes, those, the length of its chain (see `TermHeader`), and the chain.
struct TermRun {
  /// The file, and its blocks that hold the run.
  let file: SpillFile
  let blocks: Range<Int>
  /// What is added to the numbers of its entries.
  var base: UInt32 = 0

  /// Writes the terms of a table to a file.
  init(_ table: borrowing TermTable, to file: SpillFile) throws(IndexError) {
    file.beginPart()
    let start = file.blockCount
    let order = TermOrder(table)
    var last: [UInt8] = []
    for place in 0..<order.count {
      let (field, bytes) = unsafe table.term(order[place])
      var shared = 0
      if last.first == field {
        let limit = min(last.count - 1, bytes.count)
        while shared < limit, unsafe last[shared + 1] == bytes[shared] { shared += 1 }
        shared += 1
      }
      last.removeSubrange(shared...)
      if shared == 0 { last.append(field) }
      let kept = last.count
      unsafe last.append(contentsOf: bytes[(kept - 1)...])
      try file.append(varint: shared)
      try file.append(varint: last.count - shared)
      unsafe try last.withUnsafeBufferPointer { (key) throws(IndexError) in
        try unsafe file.append(
          UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(key)[shared...]))
      }
      var length = 0
      unsafe try table.forEachChunk(of: order[place]) { (chunk) throws(IndexError) in
        length += chunk.count
      }
      try file.append(varint: length)
      unsafe try table.forEachChunk(of: order[place]) { (chunk) throws(IndexError) in
        try unsafe file.append(chunk)
      }
    }
    try file.endPart()
    self.file = file
    blocks = start..<file.blockCount
  }
}
