/// All entries that match a query in the order of their groups' keys, within a group in their own.
///
/// Takes one bit for an entry of the snapshot and some words for a group that matches.
package struct KeyOrder {
  /// A group with matches.
  private struct Place {
    let segment: Int
    let group: Int
    /// How many matches stand before it.
    var start: Int
    let count: Int
  }

  private let searcher: Searcher
  private let query: Query
  private let matches: [MatchSet?]
  private let places: [Place]
  /// How many entries match.
  package let count: Int

  /// Walks over every match of a query, and sorts their groups.
  ///
  /// - Throws: As `Searcher.search`.
  package init(_ query: Query, in searcher: Searcher) throws(IndexError) {
    let compiler = try searcher.compiler(for: query)
    var sets: [MatchSet?] = []
    var found: [(place: Place, key: ByteView?)] = []
    for (number, segment) in searcher.segments.enumerated() {
      guard let scorer = try compiler.scorer(for: query, in: number) else {
        sets.append(nil)
        continue
      }
      let set = MatchSet(scorer, in: segment)
      sets.append(set)
      var groups = GroupWalk(segment.segment.groups)
      var count = 0
      func add(_ group: Int) throws(IndexError) {
        guard count > 0 else { return }
        let place = Place(segment: number, group: group, start: 0, count: count)
        found.append((place, try segment.segment.groups.key(of: group)))
        count = 0
      }
      var entry = set.first(from: 0)
      while entry != Scorer.end {
        let last = groups.group
        if try groups.enters(Int(entry)) { try add(last) }
        count += 1
        entry = set.first(from: entry + 1)
      }
      try add(groups.group)
    }
    try compiler.fault.check()
    found.sort { left, right in Self.precedes(left.key, right.key) }
    var start = 0
    places = found.map { found in
      var place = found.place
      place.start = start
      start += place.count
      return place
    }
    count = start
    matches = sets
    self.searcher = searcher
    self.query = query
  }

  /// Groups without a key come first; those with one key keep their order.
  private static func precedes(_ left: ByteView?, _ right: ByteView?) -> Bool {
    guard let right else { return false }
    guard let left else { return true }
    return unsafe left.compare(to: right.buffer) < 0
  }

  /// A part of the matches with their scores.
  ///
  /// Costs as much as finding the matches of its segments once more.
  ///
  /// - Parameters:
  ///   - offset: How many matches to leave out in front.
  ///   - limit: The most to return.
  /// - Returns: The hits in order.
  /// - Throws: As `Searcher.search`.
  package func hits(from offset: Int, limit: Int) throws(IndexError) -> [Hit] {
    let skipped = max(0, offset)
    guard limit > 0, skipped < count else { return [] }
    var taken: [(segment: Int, docID: UInt32)] = []
    var place = firstPlace(reaching: skipped)
    while place < places.count, taken.count < limit {
      take(places[place], from: skipped, limit: limit, &taken)
      place += 1
    }
    return try scored(taken)
  }

  /// The place of the group that has the match with a number.
  private func firstPlace(reaching number: Int) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].start + places[middle].count <= number {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private func take(
    _ place: Place, from skipped: Int, limit: Int,
    _ taken: inout [(segment: Int, docID: UInt32)]
  ) {
    guard let set = matches[place.segment],
      let range = try? searcher.segments[place.segment].segment.groups.entries(of: place.group)
    else { return }
    var entry = set.first(from: UInt32(range.lowerBound))
    for number in place.start..<(place.start + place.count) where taken.count < limit {
      guard entry != Scorer.end else { return }
      if number >= skipped { taken.append((place.segment, entry)) }
      entry = set.first(from: entry + 1)
    }
  }

  private func scored(
    _ taken: [(segment: Int, docID: UInt32)]
  ) throws(IndexError) -> [Hit] {
    let compiler = try searcher.compiler(for: query)
    var hits = taken.map { Hit(score: 0, segment: $0.segment, docID: $0.docID) }
    var order = Array(taken.indices)
    order.sort {
      (taken[$0].segment, taken[$0].docID) < (taken[$1].segment, taken[$1].docID)
    }
    var (segment, scorer) = (-1, Scorer?.none)
    for index in order {
      let (own, docID) = taken[index]
      if own != segment {
        (segment, scorer) = (own, try compiler.scorer(for: query, in: own))
      }
      guard let scorer else { continue }
      scorer.advance(to: docID)
      guard scorer.docID == docID else { continue }
      hits[index] = Hit(score: Float(scorer.score()), segment: own, docID: docID)
    }
    try compiler.fault.check()
    return hits
  }
}
