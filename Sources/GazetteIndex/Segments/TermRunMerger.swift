/// Writes the terms of several runs as those of one segment: a term's chains follow each other in the order of the runs.
struct TermRunMerger {
  private let schema: Schema
  private let readers: [TermRunReader]

  /// Prepares the merge of runs whose entries rise from run to run.
  init(_ runs: [TermRun], schema: Schema) {
    self.schema = schema
    readers = runs.map { TermRunReader($0) }
  }

  /// Writes the terms.
  func write(to writer: SegmentWriter) throws(IndexError) {
    let chains = PostingChains(schema: schema, writer: writer)
    var open: [TermRunReader] = []
    for reader in readers where try reader.next() { open.append(reader) }
    var holders: [TermRunReader] = []
    var key: [UInt8] = []
    while let first = open.first {
      holders.removeAll(keepingCapacity: true)
      holders.append(first)
      for reader in open.dropFirst() {
        let order = Self.compare(reader, holders[0])
        if order < 0 { holders.removeAll(keepingCapacity: true) }
        if order <= 0 { holders.append(reader) }
      }
      guard let field = holders[0].key.first, Int(field) < schema.fields.count else { return }
      let list = writer.beginTerm(of: field)
      key.removeAll(keepingCapacity: true)
      key.append(contentsOf: holders[0].key)
      var hasEnded = false
      for reader in holders {
        try reader.replay(into: chains[field])
        if try !reader.next() { hasEnded = true }
      }
      unsafe try key.withUnsafeBufferPointer { (bytes) throws(IndexError) in
        try unsafe writer.finishTerm(bytes, list)
      }
      if hasEnded { open.removeAll { $0.isAtEnd } }
    }
  }

  @inline(__always)
  private static func compare(_ left: TermRunReader, _ right: TermRunReader) -> Int {
    if left.prefix != right.prefix { return left.prefix < right.prefix ? -1 : 1 }
    return TermWalker.order(left.key, right.key)
  }
}
