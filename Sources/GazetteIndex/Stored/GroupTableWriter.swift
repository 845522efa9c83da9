/// Collects the groups of a segment in order and gives the bytes of their table.
struct GroupTableWriter {
  /// Ends of stored bytes and of keys, and first entries, from the first group on that makes them worth an array.
  private var firstEntries: [UInt32] = []
  private var storedEnds: [UInt64] = []
  private var keyEnds: [UInt32] = []
  private var keys: [UInt8] = []
  private var storedEnd = 0
  private var entryCount = 0
  private let limit: Int
  private var parts: GroupTable.Parts = []

  /// How many groups there are.
  private(set) var count = 0

  /// Creates a table whose keys have so many bytes at most.
  init(limit: Int) { self.limit = limit }

  /// Appends a group.
  mutating func append(
    key: [UInt8]?, storedCount: Int, entryCount: Int
  ) throws(IndexError) {
    guard keys.count + (key?.count ?? 0) <= limit else {
      throw .tooLarge(what: "the keys of a segment, in bytes,", limit: limit)
    }
    if entryCount != 1, !parts.contains(.entries) {
      parts.insert(.entries)
      firstEntries = (0..<count).map { UInt32($0) }
    }
    if storedCount > 0, !parts.contains(.stored) {
      parts.insert(.stored)
      storedEnds = Array(repeating: 0, count: count)
    }
    if key != nil, !parts.contains(.keys) {
      parts.insert(.keys)
      keyEnds = Array(repeating: UInt32(GroupTable.noKey), count: count)
    }
    if parts.contains(.entries) { firstEntries.append(UInt32(self.entryCount)) }
    self.entryCount += entryCount
    storedEnd += storedCount
    if parts.contains(.stored) { storedEnds.append(UInt64(storedEnd)) }
    if let key { keys += key }
    if parts.contains(.keys) {
      keyEnds.append(UInt32(keys.count) | (key == nil ? UInt32(GroupTable.noKey) : 0))
    }
    count += 1
  }

  /// The table.
  var bytes: [UInt8] {
    var table = ByteWriter()
    table.write(parts.rawValue)
    if parts.contains(.entries) {
      for first in firstEntries { table.write(first) }
      table.write(UInt32(entryCount))
    }
    for end in storedEnds { table.write(end) }
    for end in keyEnds { table.write(end) }
    if parts.contains(.keys) {
      let order = order
      table.write(UInt32(order.count))
      for group in order { table.write(UInt32(group)) }
    }
    table.append(keys)
    return table.bytes
  }

  private var order: [Int] {
    func end(_ group: Int) -> Int { Int(keyEnds[group]) & ~GroupTable.noKey }
    func key(_ group: Int) -> ArraySlice<UInt8> {
      keys[(group == 0 ? 0 : end(group - 1))..<end(group)]
    }
    let keyed = keyEnds.indices.filter { Int(keyEnds[$0]) & GroupTable.noKey == 0 }
    return keyed.sorted { left, right in
      let (first, second) = (key(left), key(right))
      if first.lexicographicallyPrecedes(second) { return true }
      return first == second && left < right
    }
  }
}
