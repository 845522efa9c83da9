extension Searcher {
  /// Finds the best entries of a query that is no flat one; how many match.
  ///
  /// A large segment is searched in ranges of entries by several threads, when the lists that have to be read are long.
  func search(
    _ query: Query, _ compiler: QueryCompiler, _ top: inout TopHits
  ) throws(IndexError) -> Int {
    var total = 0
    for number in segments.indices {
      let entryCount = segments[number].segment.entryCount
      let ranges = SearchRanges(
        entryCount: entryCount, postingCount: try compiler.postingCount(of: query, in: number),
        by: division)
      if ranges.count > 1 {
        total += try search(query, in: number, ranges, &top)
      } else {
        total += try search(query, compiler, in: number, 0..<entryCount, &top)
      }
    }
    try compiler.fault.check()
    return total
  }

  /// Finds the best entries of a range of a segment; how many match.
  func search(
    _ query: Query, _ compiler: QueryCompiler, in number: Int, _ range: Range<Int>,
    _ top: inout TopHits
  ) throws(IndexError) -> Int {
    let scores = top.lowest < .infinity
    if let conjunctive = ConjunctiveQuery(query),
      try compiler.isBroad(conjunctive, in: number, by: division)
    {
      let search = try ConjunctiveSearch(conjunctive, compiler, in: number, scores: scores)
      return search?.run(
        range, into: &top, segment: number, live: segments[number].live) ?? 0
    }
    return try walk(query, compiler, in: number, range) { scorer in
      guard scores else { return }
      top.offer(score: Float(scorer.score()), segment: number, docID: scorer.docID)
    }
  }

  /// Searches the ranges of a segment side by side.
  private func search(
    _ query: Query, in number: Int, _ ranges: SearchRanges, _ top: inout TopHits
  ) throws(IndexError) -> Int {
    let start = top.emptied
    let (hits, total) = try ranges.run(capacity: top.capacity) {
      (range, floor) throws(IndexError) in
      let compiler = try self.compiler(for: query)
      var top = start
      top.share(floor)
      let count = try search(query, compiler, in: number, range, &top)
      try compiler.fault.check()
      return (top.sorted, count)
    }
    for hit in hits.sorted(by: { $0.docID < $1.docID }) {
      top.offer(score: hit.score, segment: number, docID: hit.docID)
    }
    return total
  }
}

extension QueryCompiler {
  /// Whether even the rarest of what a query requires is in so many entries that it pays to put lists together.
  func isBroad(
    _ query: ConjunctiveQuery, in segment: Int, by division: SearchDivision
  ) throws(IndexError) -> Bool {
    for part in query.required + query.conditions where part.others.isEmpty {
      var count = 0
      for leaf in part.leaves {
        count += try documentFrequency(of: leaf.term, in: segment)
        if count > division.shortLead { break }
      }
      if count <= division.shortLead { return false }
    }
    return true
  }

  /// About how many postings a search for a query reads in a segment: those of the rarest part where all must match, and those of
  /// all parts otherwise.
  func postingCount(of query: Query, in segment: Int) throws(IndexError) -> Int {
    switch query {
    case .term(let term): return try documentFrequency(of: term, in: segment)
    case .phrase(let field, let terms), .sloppyPhrase(let field, let terms, _):
      return try least(terms, field, segment)
    case .near(let field, let phrases, _):
      return try least(Array(phrases.joined()), field, segment)
    case .fields(let terms):
      var sum = 0
      for term in terms { sum += try documentFrequency(of: term.term, in: segment) }
      return sum
    case .any(let parts, _):
      var sum = 0
      for part in parts { sum += try postingCount(of: part, in: segment) }
      return sum
    case .all(let parts), .within(_, let parts):
      var least = Int.max
      for part in parts { least = min(least, try postingCount(of: part, in: segment)) }
      return least == .max ? 0 : least
    case .boosted(let part, _), .constant(let part, _), .preferring(let part, _),
      .excluding(let part, _):
      return try postingCount(of: part, in: segment)
    case .everything, .nothing, .range, .prefix, .wildcard, .termRange, .fuzzy: return 0
    }
  }

  private func least(
    _ terms: [PhraseTerm], _ field: FieldID, _ segment: Int
  ) throws(IndexError) -> Int {
    var least = Int.max
    for term in terms {
      let term = Term(field: field, bytes: term.bytes)
      least = min(least, try documentFrequency(of: term, in: segment))
    }
    return least == .max ? 0 : least
  }
}
