import GazetteIndex

/// The answers to one question in the order in which they are shown: those that hold its words, then those that hold other
/// renderings of them, whatever their scores.
struct SearchTiers {
  /// A hit and the query that found it.
  struct Found {
    let hit: Hit
    let query: Query
    /// What of the query is shown as matching.
    let shown: Query
  }

  /// What was asked for, word for word.
  let literal: Query
  /// The same with other renderings; `nil` where there are none.
  let wide: Query?
  /// What of the words is shown as matching.
  private let shown: Query
  private let searcher: Searcher

  init(_ searcher: Searcher, literal: Query, wide: Query?, shown: Query? = nil) {
    self.searcher = searcher
    self.literal = literal
    self.wide = wide
    self.shown = shown ?? literal
  }

  /// All that is found.
  var whole: Query { wide.map { .any([literal, $0]) } ?? literal }

  /// A part of the list, how many there are in all, and how many of them hold the words.
  func search(
    limit: Int, offset: Int, sortedBy order: SortOrder?
  ) throws(IndexError) -> (found: [Found], count: Int, literalCount: Int) {
    if let order {
      let results = try searcher.search(whole, sortedBy: order, limit: limit, offset: offset)
      let count = wide == nil ? results.totalCount : try searcher.count(literal)
      return (results.map { Found(hit: $0, query: whole, shown: whole) }, results.totalCount, count)
    }
    let results = try searcher.search(literal, limit: limit, offset: offset)
    let first = results.map { Found(hit: $0, query: literal, shown: shown) }
    let literalCount = results.totalCount
    guard let wide else { return (first, literalCount, literalCount) }
    let rest = Query.excluding(wide, literal)
    let wanted = limit - first.count
    guard wanted > 0 else {
      return (first, literalCount + (try searcher.count(rest)), literalCount)
    }
    let others = try searcher.search(rest, limit: wanted, offset: max(0, offset - literalCount))
    return (
      first + others.map { Found(hit: $0, query: rest, shown: rest) },
      literalCount + others.totalCount,
      literalCount
    )
  }
}
