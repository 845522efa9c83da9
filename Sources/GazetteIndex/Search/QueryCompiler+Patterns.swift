extension QueryCompiler {
  /// The field of a query over terms.
  static func patternField(_ query: Query) -> FieldID? {
    switch query {
    case .prefix(let term), .wildcard(let term), .fuzzy(let term, _, _): term.field
    case .termRange(let field, _, _): field
    default: nil
    }
  }

  /// The terms that a pattern stands for in the snapshot.
  func expansion(of query: Query, limit: Int = .max) throws(IndexError) -> TermExpansion {
    guard let field = Self.patternField(query), let pattern = TermPattern(query) else {
      return TermExpansion(terms: [], isComplete: true)
    }
    var isFuzzy = false
    if case .fuzzy = pattern { isFuzzy = true }
    let limit = min(max(0, limit), isFuzzy ? Query.fuzzyLimit : .max)
    // In order one segment need not give more than is wanted; the best of a fuzzy query are only known at the end.
    let most = isFuzzy || limit == .max ? Int.max : limit + 1
    var found: [[UInt8]: (frequency: Int, edits: Int)] = [:]
    for segment in segments {
      var count = 0
      try pattern.forEachTerm(of: field, in: segment.segment.terms) {
        (term, info, edits) throws(IndexError) in
        found[Array(term), default: (0, edits)].frequency += Int(info.documentFrequency)
        count += 1
        return count < most
      }
    }
    let order = found.sorted { left, right in
      if isFuzzy {
        let (first, second) = (left.value, right.value)
        if first.edits != second.edits { return first.edits < second.edits }
        if first.frequency != second.frequency { return first.frequency > second.frequency }
      }
      return left.key.lexicographicallyPrecedes(right.key)
    }
    return TermExpansion(
      terms: order.prefix(limit).map { term in
        TermExpansion.Found(
          term: Term(field: field, bytes: term.key), documentFrequency: term.value.frequency,
          edits: term.value.edits)
      }, isComplete: order.count <= limit)
  }

  /// The terms of a fuzzy query, with the weight of each before any factor.
  func fuzzyTerms(_ query: Query) throws(IndexError) -> [(term: Term, scale: Float, weight: Float)]
  {
    let expansion: TermExpansion
    if let known = expansions[query] {
      expansion = known
    } else {
      expansion = try self.expansion(of: query)
      expansions[query] = expansion
    }
    let weight = BM25.weight(
      documentFrequency: expansion.terms.map(\.documentFrequency).max() ?? 0,
      entryCount: statistics.entryCount)
    return expansion.terms.map { ($0.term, [1, 0.5, 0.25][min($0.edits, 2)], weight) }
  }

  func patternScorer(
    _ query: Query, _ segment: Int, _ factor: Float
  ) throws(IndexError) -> Scorer? {
    guard let field = Self.patternField(query), let pattern = TermPattern(query) else {
      return nil
    }
    guard case .fuzzy = query else {
      return try TermSetScorer(
        pattern, of: field, in: segments[segment].segment, hasPositions: hasPositions(field),
        score: factor, fault: fault)
    }
    var scorers: [Scorer] = []
    let lengths = try lengths(of: field, in: segment)
    for (term, scale, weight) in try fuzzyTerms(query) {
      guard let info = try find(term).info(in: segment) else { continue }
      scorers.append(
        TermScorer(
          try cursor(info, field, segment), weight: weight * factor * scale,
          norms: statistics.norms[Int(field.rawValue)], lengths: lengths))
    }
    return scorers.isEmpty ? nil : disjunction(of: scorers, 1)
  }
}
