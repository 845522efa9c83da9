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
    /// Whether it answers what was asked word for word.
    let isLiteral: Bool
    /// What the passage is counts by this; `nil` where its place does not hang on it.
    var standing: Standing?

    /// The score, with what the passage is.
    var score: Float { hit.score * (standing?.factor ?? 1) }
  }

  /// What was asked for, word for word.
  let literal: Query
  /// What holds the words themselves, where that may be less than `literal`.
  let own: Query?
  /// The same with other renderings; `nil` where there are none.
  let wide: Query?
  /// What of the words is shown as matching.
  let shown: Query
  let searcher: Searcher
  /// Whether what a passage is counts beside what it says.
  let weighsStanding: Bool

  init(
    _ searcher: Searcher, literal: Query, wide: Query?, shown: Query? = nil, own: Query? = nil,
    weighingStanding weighsStanding: Bool = true
  ) {
    self.searcher = searcher
    self.weighsStanding = weighsStanding
    self.literal = literal
    self.own = own
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
      return (try found(results.hits), results.totalCount, try literalCount())
    }
    let (first, count) = try ranked(
      literal, shown: shown, isLiteral: true, limit: limit, offset: offset)
    let literalCount = try own.map { (query) throws(IndexError) in try searcher.count(query) }
    guard let wide else { return (first, count, literalCount ?? count) }
    let rest = Query.excluding(wide, literal)
    let wanted = limit - first.count
    guard wanted > 0 else {
      return (first, count + (try searcher.count(rest)), literalCount ?? count)
    }
    let (others, restCount) = try ranked(
      rest, shown: rest, isLiteral: false, limit: wanted, offset: max(0, offset - count))
    return (first + others, count + restCount, literalCount ?? count)
  }

  /// How many passages hold the words themselves.
  func literalCount() throws(IndexError) -> Int { try searcher.count(own ?? literal) }

  /// Hits of all that is found in an order that does not hang on scores, with what each answers.
  func found(_ hits: [Hit]) throws(IndexError) -> [Found] {
    guard let wide else {
      return hits.map { Found(hit: $0, query: whole, shown: shown, isLiteral: true) }
    }
    let areLiteral = try searcher.matches(literal, among: hits)
    return zip(hits, areLiteral).map { hit, isLiteral in
      Found(hit: hit, query: whole, shown: isLiteral ? shown : wide, isLiteral: isLiteral)
    }
  }

  /// A part of what one query finds, by score and standing, and how much it finds.
  private func ranked(
    _ query: Query, shown: Query, isLiteral: Bool, limit: Int, offset: Int
  ) throws(IndexError) -> (found: [Found], count: Int) {
    func found(_ hit: Hit, _ standing: Standing?) -> Found {
      Found(hit: hit, query: query, shown: shown, isLiteral: isLiteral, standing: standing)
    }
    guard weighsStanding, limit > 0, offset < Standing.window else {
      let results = try searcher.search(query, limit: limit, offset: offset)
      return (results.map { found($0, nil) }, results.totalCount)
    }
    let (end, overflow) = offset.addingReportingOverflow(limit)
    let results = try searcher.search(
      query, limit: max(Standing.window, overflow ? .max : end))
    let ranked = try Standing.ranked(results.hits, in: searcher)
    return (
      ranked.dropFirst(offset).prefix(limit).map { found($0.hit, $0.standing) },
      results.totalCount
    )
  }
}
