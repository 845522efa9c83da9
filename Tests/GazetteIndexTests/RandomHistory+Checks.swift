import GazetteIndex
import GazetteTestSupport

extension RandomHistory {
  /// The kinds of queries that must find something now and then, or comparing them means little.
  static let kinds: Set<String> = [
    "everything", "term", "phrase", "sloppyPhrase", "near", "prefix", "wildcard", "termRange",
    "fuzzy", "fields", "all", "any", "excluding", "preferring", "range", "boosted", "constant",
    "within sentence", "within entry", "within run", "within group", "groups",
  ]

  /// The kind of a query.
  static func kind(_ query: Query) -> String {
    guard case .within(let scope, _) = query else {
      return String("\(query)".prefix { $0.isLetter })
    }
    return "within " + String("\(scope)".prefix { $0.isLetter })
  }

  /// Holds what is said of a query beside its hits against brute force: explanations, facets, the order of a column.
  mutating func check(
    _ query: Query, _ searcher: Searcher, _ snapshot: NaiveSnapshot, _ hits: [Hit]
  ) throws {
    if !hits.isEmpty {
      try checkExplanation(of: hits[content.generator.below(hits.count)], query, searcher)
    }
    guard content.generator.once(in: 3) else { return }
    try checkFacets(query, searcher, snapshot, hits)
    try checkOrder(query, searcher, snapshot, hits)
    try checkGroups(query, searcher, snapshot, hits)
    try checkStream(query, searcher, hits)
  }

  private func checkExplanation(of hit: Hit, _ query: Query, _ searcher: Searcher) throws {
    guard let explanation = try searcher.explain(query, hit) else {
      throw Difference(description: "\(query): \(hit) is not explained")
    }
    guard Float(explanation.value) == hit.score else {
      throw Difference(description: "\(query): \(hit) is explained as \(explanation)")
    }
    var open = [explanation]
    while let part = open.popLast() {
      open += part.parts
      let sum = part.parts.reduce(0) { $0 + $1.value }
      guard part.parts.isEmpty || sum == part.value else {
        throw Difference(description: "\(query): the parts of \(part) add up to \(sum)")
      }
    }
  }

  private mutating func checkFacets(
    _ query: Query, _ searcher: Searcher, _ snapshot: NaiveSnapshot, _ hits: [Hit]
  ) throws {
    let step = Int64(1 + content.generator.below(4))
    let limit = content.generator.below(6)
    let found = try searcher.facets(
      of: query, [.field(Sample.tag), .column(Sample.rank, step: step)], limit: limit)
    var tags: [Facet.Value: Int] = [:]
    var ranks: [Facet.Value: Int] = [:]
    for hit in hits {
      let entry = snapshot.entry(of: hit)
      for term in entry.positions.keys where term.field == Sample.tag {
        tags[.term(term.bytes), default: 0] += 1
      }
      if let rank = entry.columns[1] {
        let bucket = rank >= 0 ? rank / step : -((-(rank + 1)) / step) - 1
        ranks[.number(bucket), default: 0] += 1
      }
    }
    for (facet, wanted) in zip(found, [tags, ranks]) {
      let order = wanted.sorted { left, right in
        left.value != right.value ? left.value > right.value : left.key < right.key
      }
      guard facet.valueCount == wanted.count,
        facet.counts == order.prefix(limit).map({ Facet.Count(value: $0.key, count: $0.value) })
      else { throw Difference(description: "\(query): facets \(found), not \(order)") }
    }
  }

  private mutating func checkOrder(
    _ query: Query, _ searcher: Searcher, _ snapshot: NaiveSnapshot, _ hits: [Hit]
  ) throws {
    let order = SortOrder(
      by: content.generator.once(in: 2) ? Sample.year : Sample.rank,
      isDescending: content.generator.once(in: 2))
    let limit = content.generator.below(80)
    let offset = content.generator.below(3)
    let found = try searcher.search(query, sortedBy: order, limit: limit, offset: offset)
    let column = Int(order.column.rawValue)
    let wanted = hits.sorted { left, right in
      let (first, second) = (
        snapshot.entry(of: left).columns[column], snapshot.entry(of: right).columns[column]
      )
      if first == second { return (left.segment, left.docID) < (right.segment, right.docID) }
      guard let first else { return false }
      guard let second else { return true }
      return order.isDescending ? first > second : first < second
    }
    guard found.totalCount == hits.count,
      found.hits == Array(wanted.dropFirst(offset).prefix(limit))
    else { throw Difference(description: "\(query): sorted \(found.hits), not \(wanted)") }
  }

  /// Facets that count groups, the groups themselves, and the best entry of each.
  private mutating func checkGroups(
    _ query: Query, _ searcher: Searcher, _ snapshot: NaiveSnapshot, _ hits: [Hit]
  ) throws {
    var groups: [GroupID: [Hit]] = [:]
    for hit in hits { groups[try searcher.group(of: hit).group, default: []].append(hit) }
    var tags: [Facet.Value: Set<GroupID>] = [:]
    for (group, hits) in groups {
      for hit in hits {
        for term in snapshot.entry(of: hit).positions.keys where term.field == Sample.tag {
          tags[.term(term.bytes), default: []].insert(group)
        }
      }
    }
    let facets = try searcher.facets(
      of: query, [.field(Sample.tag), .groups], limit: .max, counting: .groups)
    let counts = Dictionary(uniqueKeysWithValues: facets[0].counts.map { ($0.value, $0.count) })
    guard counts == tags.mapValues(\.count), facets[1].valueCount == groups.count,
      facets[1].counts.allSatisfy({ $0.count == 1 })
    else { throw Difference(description: "\(query): groups \(facets), not \(tags)") }
    let entries = try searcher.facets(of: query, [.groups], limit: .max)[0]
    guard entries.counts.map(\.count) == groups.values.map(\.count).sorted(by: >) else {
      throw Difference(description: "\(query): entries of groups \(entries)")
    }
    let matches = try searcher.groupMatches(of: query)
    guard Set(matches.map(\.group)) == Set(groups.keys), matches.count == groups.count else {
      throw Difference(description: "\(query): groups \(matches)")
    }
    for match in matches {
      let own = (groups[match.group] ?? []).sorted { left, right in
        left.score != right.score ? left.score > right.score : left.docID < right.docID
      }
      guard match.best == own.first, match.count == own.count else {
        throw Difference(description: "\(query): \(match), not \(own)")
      }
    }
    try checkScoring(of: Array(groups.keys), searcher, snapshot)
  }

  /// The scores of groups as if each were one entry.
  private mutating func checkScoring(
    of groups: [GroupID], _ searcher: Searcher, _ snapshot: NaiveSnapshot
  ) throws {
    let ordered = groups.sorted { ($0.segment, $0.ordinal) < ($1.segment, $1.ordinal) }
    let unit = content.groupUnit()
    var scoring = try GroupScoring(ordered, in: searcher)
    let found = try scoring.scores(of: unit).values.map { Double($0.score) }
    let count = (0..<searcher.segmentCount).reduce(0) {
      $0 + searcher.groupCount(inSegment: $1)
    }
    let wanted = snapshot.scores(of: unit, for: ordered, groupCount: count)
    for (one, other) in zip(found, wanted) where abs(one - other) > 1e-4 * max(1, other) {
      throw Difference(description: "\(unit): groups score \(found), not \(wanted)")
    }
    if found.contains(where: { $0 > 0 }) { foundCounts["groups", default: 0] += 1 }
  }

  /// All hits piece by piece: by score, by a column, by the keys of the groups.
  private mutating func checkStream(
    _ query: Query, _ searcher: Searcher, _ hits: [Hit]
  ) throws {
    let limit = 1 + content.generator.below(7)
    let order = SortOrder(by: Sample.rank, isDescending: content.generator.once(in: 2))
    func all(_ next: (Hit?) throws -> [Hit]) throws -> [Hit] {
      var found: [Hit] = []
      while true {
        let piece = try next(found.last)
        found += piece
        if piece.count < limit { return found }
      }
    }
    let best = try all { try searcher.hits(of: query, after: $0, limit: limit) }
    guard best == (try searcher.search(query, limit: .max).hits) else {
      throw Difference(description: "\(query): streamed \(best)")
    }
    let sorted = try all {
      try searcher.hits(of: query, sortedBy: order, after: $0, limit: limit)
    }
    guard sorted == (try searcher.search(query, sortedBy: order, limit: .max).hits) else {
      throw Difference(description: "\(query): streamed in order \(sorted)")
    }
    let keyed = try KeyOrder(query, in: searcher)
    var named: [Hit] = []
    while named.count < keyed.count {
      let piece = try keyed.hits(from: named.count, limit: limit)
      guard !piece.isEmpty else { break }
      named += piece
    }
    let keys = try named.map { try searcher.key(of: searcher.group(of: $0).group) }
    guard Set(named) == Set(hits), named.count == hits.count,
      keys == keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    else { throw Difference(description: "\(query): by key \(named)") }
  }
}
