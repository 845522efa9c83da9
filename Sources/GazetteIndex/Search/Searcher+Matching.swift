extension Searcher {
  /// Which of some entries a query matches, whatever found them.
  ///
  /// Walks over the query's matches from each entry to the next.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - hits: The entries, in any order.
  /// - Returns: For each of them, in their order, whether it matches.
  /// - Throws: As `search`.
  package func matches(
    _ query: Query, among hits: [Hit]
  ) throws(IndexError) -> [Bool] {
    var matches = [Bool](repeating: false, count: hits.count)
    guard !hits.isEmpty else { return matches }
    let compiler = try compiler(for: query)
    let order = hits.indices.sorted {
      (hits[$0].segment, hits[$0].docID) < (hits[$1].segment, hits[$1].docID)
    }
    var open: (segment: Int, scorer: Scorer?)?
    for place in order {
      let hit = hits[place]
      if open?.segment != hit.segment {
        open = (hit.segment, try compiler.scorer(for: query, in: hit.segment))
      }
      guard let scorer = open?.scorer else { continue }
      if scorer.docID < hit.docID { scorer.advance(to: hit.docID) }
      matches[place] = scorer.docID == hit.docID
    }
    try compiler.fault.check()
    return matches
  }
}
