extension Searcher {
  /// Counts the values of fields and columns over all entries that match a query.
  ///
  /// Costs a walk over the matches; for a column a look at each of them, for a field its posting lists.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - sources: What to count: keyword fields, and columns with a step above 0.
  ///   - limit: The most values to return of each.
  /// - Returns: The facets in the order of the sources; their counts are exact.
  /// - Throws: `IndexError.corrupt` when a damaged byte is met, `tooLarge` and `invalidQuery` for what cannot be answered.
  public func facets(
    of query: Query, _ sources: [Facet.Source], limit: Int = 20
  ) throws(IndexError) -> [Facet] {
    for source in sources { try check(source) }
    let compiler = try compiler(for: query)
    var found = [[Facet.Value: Int]](repeating: [:], count: sources.count)
    for (number, segment) in segments.enumerated() {
      guard let scorer = try compiler.scorer(for: query, in: number) else { continue }
      let matches = MatchSet(scorer, in: segment)
      guard matches.count > 0 else { continue }
      for (place, source) in sources.enumerated() {
        switch source {
        case .field(let field):
          try count(field, matches, segment.segment, compiler.fault, &found[place])
        case .column(let column, let step):
          try Self.count(segment.segment.column(column), step, matches, &found[place])
        }
      }
    }
    try compiler.fault.check()
    return zip(sources, found).map { Facet($0, counting: $1, limit: limit) }
  }

  private func check(_ source: Facet.Source) throws(IndexError) {
    switch source {
    case .field(let field):
      try QueryLimits.check(field, schema)
      guard schema.fields[Int(field.rawValue)].kind == .keyword else {
        throw .invalidQuery(reason: "only keyword fields have values to count")
      }
    case .column(let column, let step):
      try QueryLimits.check(column, schema)
      guard step > 0 else { throw .invalidQuery(reason: "\(step) is no step") }
    }
  }

  private func count(
    _ field: FieldID, _ matches: MatchSet, _ segment: Segment, _ fault: SearchFault,
    _ found: inout [Facet.Value: Int]
  ) throws(IndexError) {
    var walker = try segment.terms.terms(prefix: Term(field: field, bytes: []))
    while try walker.next() {
      let cursor = try PostingCursor(walker.info, in: segment, hasPositions: false, fault: fault)
      let count = matches.count(of: cursor)
      if count > 0 { found[.term(Array(walker.key.dropFirst())), default: 0] += count }
    }
  }

  private static func count(
    _ column: Column, _ step: Int64, _ matches: MatchSet, _ found: inout [Facet.Value: Int]
  ) {
    var counts: [Int64: Int] = [:]
    var entry = matches.first(from: 0)
    while entry != Scorer.end {
      if let value = column[Int(entry)] {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: step)
        counts[rest < 0 ? quotient - 1 : quotient, default: 0] += 1
      }
      entry = matches.first(from: entry + 1)
    }
    for (value, count) in counts { found[.number(value), default: 0] += count }
  }
}
