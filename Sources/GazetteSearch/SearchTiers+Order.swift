import GazetteIndex

extension SearchTiers {
  /// The same, of what matches filters too; these change no score.
  func filtered(by filters: [Query]) -> SearchTiers {
    guard !filters.isEmpty else { return self }
    func narrowed(_ query: Query) -> Query {
      .all([query] + filters.map { .constant($0, 0) })
    }
    return SearchTiers(
      searcher, literal: narrowed(literal), wide: wide.map(narrowed), shown: shown,
      own: own.map(narrowed), weighingStanding: weighsStanding)
  }

  /// A part of the list in an order.
  func search(
    limit: Int, offset: Int, in order: PassageOrder
  ) throws(IndexError) -> (found: [Found], count: Int, literalCount: Int) {
    switch order {
    case .relevance: return try search(limit: limit, offset: offset, sortedBy: nil)
    case .column(let column): return try search(limit: limit, offset: offset, sortedBy: column)
    case .document:
      let sorted = try KeyOrder(whole, in: searcher)
      let hits = try sorted.hits(from: offset, limit: limit)
      return (try found(hits), sorted.count, try literalCount())
    }
  }
}
