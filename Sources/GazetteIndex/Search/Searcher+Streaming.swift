extension Searcher {
  /// The best hits of a query that come after one of its hits, in the order in which `search` gives them.
  ///
  /// Called again and again with the last hit of the answer before, it hands out all matches in memory for one answer only.
  /// Walks over every match each time.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - hit: The hit behind which the answer begins, as an earlier call gave it; `nil` for the beginning.
  ///   - limit: The most hits to return; none when it is not above 0.
  /// - Returns: The hits by falling score, then by segment and entry.
  /// - Throws: As `search`.
  package func hits(
    of query: Query, after hit: Hit?, limit: Int
  ) throws(IndexError) -> [Hit] {
    let compiler = try compiler(for: query)
    var top = TopHits(capacity: min(max(0, limit), entryCount))
    _ = try walk(query, compiler) { scorer, segment in
      let score = Float(scorer.score())
      if let hit {
        guard score <= hit.score else { return }
        if score == hit.score, (segment, scorer.docID) <= (hit.segment, hit.docID) { return }
      }
      top.offer(score: score, segment: segment, docID: scorer.docID)
    }
    return top.sorted
  }

  /// The first hits of a query in the order of a column that come after one of its hits.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - order: The column and the direction.
  ///   - hit: The hit behind which the answer begins, as an earlier call gave it; `nil` for the beginning.
  ///   - limit: The most hits to return; none when it is not above 0.
  /// - Returns: The hits in the order that `search(_:sortedBy:limit:offset:)` has.
  /// - Throws: As that.
  package func hits(
    of query: Query, sortedBy order: SortOrder, after hit: Hit?, limit: Int
  ) throws(IndexError) -> [Hit] {
    try QueryLimits.check(order.column, schema)
    let compiler = try compiler(for: query)
    var hits = SortedHits(
      capacity: min(max(0, limit), entryCount), isDescending: order.isDescending)
    let columns = try segments.map { (segment) throws(IndexError) in
      try segment.segment.column(order.column)
    }
    let last = hit.map { columns[$0.segment][Int($0.docID)] } ?? nil
    _ = try walk(query, compiler) { scorer, segment in
      let docID = scorer.docID
      let value = columns[segment][Int(docID)]
      if let hit {
        let isLater =
          value == last
          ? (segment, docID) > (hit.segment, hit.docID)
          : SortedHits.precedes(last, value, order.isDescending)
        guard isLater else { return }
      }
      hits.offer(value, segment: segment, docID: docID) { scorer.score() }
    }
    return hits.sorted()
  }
}
