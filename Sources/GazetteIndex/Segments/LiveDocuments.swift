/// Which groups of a segment are deleted, and with them which entries.
struct LiveDocuments: Sendable {
  /// How many groups are deleted.
  private(set) var deletedGroupCount = 0
  /// How many entries are deleted.
  private(set) var deletedEntryCount = 0
  /// One bit for each deleted group; empty while there is none.
  private var groups: [UInt64] = []
  /// One bit for each deleted entry; empty while there is none.
  private(set) var entries: [UInt64] = []

  /// Whether a group is deleted.
  func isDeleted(group: Int) -> Bool { Self.contains(group, groups) }

  /// Whether an entry is deleted.
  @inline(__always)
  func isDeleted(entry: Int) -> Bool { Self.contains(entry, entries) }

  @inline(__always)
  private static func contains(_ number: Int, _ set: [UInt64]) -> Bool {
    let word = number >> 6
    return word < set.count && set[word] & (1 << UInt64(number & 63)) != 0
  }

  /// Deletes a group of a segment; false when it was deleted already.
  @discardableResult
  mutating func delete(group: Int, of segment: Segment) throws(IndexError) -> Bool {
    guard !isDeleted(group: group) else { return false }
    let range = try segment.groups.entries(of: group)
    if groups.isEmpty { groups = Self.emptySet(segment.groups.count) }
    groups[group >> 6] |= 1 << UInt64(group & 63)
    deletedGroupCount += 1
    guard !range.isEmpty else { return true }
    if entries.isEmpty { entries = Self.emptySet(segment.entryCount) }
    for entry in range { entries[entry >> 6] |= 1 << UInt64(entry & 63) }
    deletedEntryCount += range.count
    return true
  }

  private static func emptySet(_ count: Int) -> [UInt64] {
    [UInt64](repeating: 0, count: (count + 63) / 64)
  }

  /// The deleted groups, rising.
  var deletedGroups: [Int] {
    groups.indices.flatMap { word in
      (0..<64).filter { groups[word] & (1 << UInt64($0)) != 0 }.map { word * 64 + $0 }
    }
  }
}
