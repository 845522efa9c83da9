extension Searcher {
  /// The first hits of a query in the order of a column, and how many entries match.
  ///
  /// Entries with one value keep the order of segments and entries; those without a value come last in either direction. Walks over
  /// every match, and scores only what may be among the hits.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - order: The column and the direction.
  ///   - limit: The most hits to return; none when it is not above 0.
  ///   - offset: How many of the first to leave out.
  /// - Returns: The hits in order, with their scores, and the number of all matches.
  /// - Throws: `IndexError.corrupt` when a damaged byte is met, `tooLarge` and `invalidQuery` for queries and columns that
  ///   cannot be answered.
  public func search(
    _ query: Query, sortedBy order: SortOrder, limit: Int, offset: Int = 0
  ) throws(IndexError) -> SearchResults {
    try QueryLimits.check(order.column, schema)
    let compiler = try compiler(for: query)
    let skipped = max(0, offset)
    let (sum, overflow) = max(0, limit).addingReportingOverflow(skipped)
    var hits = SortedHits(
      capacity: limit <= 0 ? 0 : min(overflow ? .max : sum, entryCount),
      isDescending: order.isDescending)
    var total = 0
    for (number, segment) in segments.enumerated() {
      guard let scorer = try compiler.scorer(for: query, in: number) else { continue }
      let column = try segment.segment.column(order.column)
      let hasDeletions = segment.live.deletedEntryCount > 0
      while scorer.docID != Scorer.end {
        let docID = scorer.docID
        if !hasDeletions || !segment.live.isDeleted(entry: Int(docID)) {
          total += 1
          hits.offer(column[Int(docID)], segment: number, docID: docID) { scorer.score() }
        }
        scorer.next()
      }
    }
    try compiler.fault.check()
    return SearchResults(hits: Array(hits.sorted().dropFirst(skipped)), totalCount: total)
  }
}
