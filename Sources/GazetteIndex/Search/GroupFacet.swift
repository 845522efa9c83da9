/// Counts the groups that matches are of, and keeps the keys of the most frequent only.
struct GroupFacet {
  private let limit: Int
  private var total = 0
  /// The counts kept so far, at most twice the limit.
  private var kept: [Facet.Count] = []
  /// What has fewer cannot be among those that are returned.
  private var floor = 1

  init(limit: Int) { self.limit = max(0, limit) }

  /// Adds the groups of a segment's matches.
  mutating func count(
    _ matches: MatchSet, _ segment: Segment, _ unit: Facet.Unit
  ) throws(IndexError) {
    var groups = GroupWalk(segment.groups)
    var count = 0
    var entry = matches.first(from: 0)
    while entry != Scorer.end {
      let last = groups.group
      if try groups.enters(Int(entry)) {
        try add(last, count, segment)
        count = 0
      }
      if unit == .entries || count == 0 { count += 1 }
      entry = matches.first(from: entry + 1)
    }
    try add(groups.group, count, segment)
  }

  private mutating func add(
    _ group: Int, _ count: Int, _ segment: Segment
  ) throws(IndexError) {
    guard group >= 0, count > 0 else { return }
    total += 1
    guard limit > 0, count >= floor else { return }
    var key: [UInt8] = []
    if let view = try segment.groups.key(of: group) {
      key.reserveCapacity(view.count)
      for place in 0..<view.count { key.append(view[place]) }
    }
    kept.append(Facet.Count(value: .term(key), count: count))
    if kept.count / 2 >= max(32, limit) { trim() }
  }

  private mutating func trim() {
    kept.sort { left, right in
      left.count != right.count ? left.count > right.count : left.value < right.value
    }
    kept.removeLast(max(0, kept.count - limit))
    if kept.count == limit { floor = kept.last?.count ?? 1 }
  }

  /// The most frequent groups.
  var facet: Facet {
    var whole = self
    whole.trim()
    return Facet(source: .groups, counts: whole.kept, valueCount: total)
  }
}
