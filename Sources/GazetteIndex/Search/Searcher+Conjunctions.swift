extension Searcher {
  /// Finds the best entries of a query that is no flat one; how many match.
  func search(
    _ query: Query, _ compiler: QueryCompiler, _ top: inout TopHits
  ) throws(IndexError) -> Int {
    let conjunctive = ConjunctiveQuery(query)
    let scores = top.lowest < .infinity
    var total = 0
    for (number, segment) in segments.enumerated() {
      if let conjunctive, try compiler.isBroad(conjunctive, in: number) {
        let search = try ConjunctiveSearch(conjunctive, compiler, in: number, scores: scores)
        total += search?.run(into: &top, segment: number, live: segment.live) ?? 0
      } else {
        total += try walk(query, compiler, in: number) { scorer in
          guard scores else { return }
          top.offer(score: Float(scorer.score()), segment: number, docID: scorer.docID)
        }
      }
    }
    try compiler.fault.check()
    return total
  }
}

extension QueryCompiler {
  /// Below so many postings of the rarest part the matches are walked over one by one.
  private static let shortLead = 256

  /// Whether even the rarest of what a query requires is in so many entries that it pays to put lists together.
  func isBroad(
    _ query: ConjunctiveQuery, in segment: Int
  ) throws(IndexError) -> Bool {
    for part in query.required + query.conditions where part.others.isEmpty {
      var count = 0
      for leaf in part.leaves {
        count += try documentFrequency(of: leaf.term, in: segment)
        if count > Self.shortLead { break }
      }
      if count <= Self.shortLead { return false }
    }
    return true
  }
}
