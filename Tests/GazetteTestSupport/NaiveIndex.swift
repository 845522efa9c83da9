package import GazetteIndex

/// The brute-force index that the engine is compared with: it keeps every group ever added and looks at every entry.
///
/// Each group's stored bytes must name its version: the place in the order of all additions (`NaiveIndex.stored(_:)`). So
/// the oracle can tell which groups, deleted ones included, the engine's segments still hold, on which the scores depend,
/// and check everything else for itself.
package struct NaiveIndex {
  private let schema: Schema
  private var versions: [(key: String?, entries: [NaiveEntry])] = []
  private var live: [String: Int] = [:]
  private var committed: [String: Int] = [:]
  /// The versions without key.
  private var keyless: Set<Int> = []
  private var committedKeyless: Set<Int> = []

  /// Creates an empty index.
  package init(schema: Schema) { self.schema = schema }

  /// What the next group to add must store.
  package var nextStored: [UInt8] { Self.stored(versions.count) }

  private static func stored(_ version: Int) -> [UInt8] { Array("version \(version)".utf8) }

  /// Adds a group in place of an earlier one.
  package mutating func add(_ group: EntryGroup) {
    if let key = group.key { live[key] = versions.count } else { keyless.insert(versions.count) }
    versions.append((group.key, group.entries.map { NaiveEntry($0, schema: schema) }))
  }

  /// Deletes a group; false when there is none.
  package mutating func delete(key: String) -> Bool { live.removeValue(forKey: key) != nil }

  /// Publishes what was added and deleted.
  package mutating func commit() {
    committed = live
    committedKeyless = keyless
  }

  /// Forgets what was added and deleted since the last commit.
  package mutating func rollBack() {
    live = committed
    keyless = committedKeyless
  }

  /// The keys of the committed groups.
  package var keys: [String] { committed.keys.sorted() }

  /// What a searcher over the last commit must see, or how it differs from that.
  package func snapshot(of searcher: Searcher) throws -> NaiveSnapshot {
    var segments: [[NaiveSnapshot.Entry]] = []
    var seen: [Int] = []
    for segment in 0..<searcher.segmentCount {
      var entries: [NaiveSnapshot.Entry] = []
      for ordinal in 0..<searcher.groupCount(inSegment: segment) {
        let group = GroupID(segment: segment, ordinal: ordinal)
        let words = String(decoding: try searcher.stored(of: group), as: UTF8.self).split(
          separator: " ")
        guard words.count == 2, let version = Int(words[1]), version < versions.count else {
          throw NaiveSnapshot.Difference.stored(group)
        }
        let (key, values) = versions[version]
        let isLive =
          key.map { committed[$0] == version } ?? committedKeyless.contains(version)
        guard try searcher.key(of: group) == key ?? "", isLive != searcher.isDeleted(group),
          try Int(searcher.entries(of: group).lowerBound) == entries.count,
          try searcher.entries(of: group).count == values.count
        else { throw NaiveSnapshot.Difference.group(group, key ?? "") }
        if isLive { seen.append(version) }
        entries += values.map {
          NaiveSnapshot.Entry(value: $0, isLive: isLive, group: ordinal)
        }
      }
      segments.append(entries)
    }
    let expected = (Array(committed.values) + committedKeyless).sorted()
    guard seen == expected else { throw NaiveSnapshot.Difference.groups(seen, expected) }
    return NaiveSnapshot(segments: segments, schema: schema)
  }
}
