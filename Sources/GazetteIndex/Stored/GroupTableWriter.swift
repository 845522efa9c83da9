/// Collects the groups of a segment in order and gives the bytes of their table.
struct GroupTableWriter {
  private var firstEntries = ByteWriter()
  private var storedEnds = ByteWriter()
  private var keyEnds = ByteWriter()
  private var keys: [UInt8] = []
  private var ends: [Int] = []
  private var storedEnd = 0
  private var entryCount = 0

  /// How many groups there are.
  var count: Int { ends.count }

  /// How many bytes the table takes so far, about.
  var byteCount: Int { keys.count + count * 20 }

  /// Appends a group.
  mutating func append(
    key: some Collection<UInt8>, storedCount: Int, entryCount: Int
  ) throws(IndexError) {
    guard keys.count + key.count <= Int(UInt32.max) else {
      throw .tooLarge(what: "the keys of a segment", limit: Int(UInt32.max))
    }
    firstEntries.write(UInt32(self.entryCount))
    self.entryCount += entryCount
    keys.append(contentsOf: key)
    ends.append(keys.count)
    keyEnds.write(UInt32(keys.count))
    storedEnd += storedCount
    storedEnds.write(UInt64(storedEnd))
  }

  /// The table.
  var bytes: [UInt8] {
    var table = firstEntries
    table.write(UInt32(entryCount))
    table.append(storedEnds.bytes)
    table.append(keyEnds.bytes)
    for group in order { table.write(UInt32(group)) }
    table.append(keys)
    return table.bytes
  }

  private var order: [Int] {
    func key(_ group: Int) -> ArraySlice<UInt8> {
      keys[(group == 0 ? 0 : ends[group - 1])..<ends[group]]
    }
    return ends.indices.sorted { left, right in
      let (first, second) = (key(left), key(right))
      if first.lexicographicallyPrecedes(second) { return true }
      return first == second && left < right
    }
  }
}
