import GazetteIndex
import GazetteTestSupport

extension RandomHistory {
  /// The kinds of queries that must find something now and then, or comparing them means little.
  static let kinds: Set<String> = [
    "everything", "term", "phrase", "sloppyPhrase", "near", "prefix", "wildcard", "termRange",
    "fuzzy", "fields", "all", "any", "excluding", "preferring", "range", "boosted", "constant",
    "within sentence", "within entry", "within run", "within group",
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
}
