import GazetteIndex

extension PolicySearch {
  /// Hands over every hit of a request, one after the other, in the order in which pages show them; nothing is folded away.
  ///
  /// The memory is bounded: hits are found a thousand at a time, and a passage is read when its turn comes. In the order of
  /// documents it takes a bit for each passage of the index and some words for each document that matches; where documents are
  /// grouped, some words for each of them. Costs a walk over the matches for each thousand.
  ///
  /// - Parameters:
  ///   - request: What is asked; its limit, offset and folding are left aside.
  ///   - opening: Is handed what is known of all hits before the first one.
  ///   - body: Is handed each hit.
  /// - Throws: As `search`, and what the closures throw.
  public func forEachHit(
    of request: SearchRequest, opening: (PolicyResults) throws -> Void,
    _ body: (PolicyHit) throws -> Void
  ) throws {
    let plan = try SearchPlan(request, of: self, limit: 0, offset: 0)
    let answer = try plan.search(limit: 0, offset: 0)
    var presentation = try plan.presentation(of: self)
    let grouping = request.groupsDocuments ? try DocumentGrouping(plan) : nil
    let unit: Facet.Unit = request.groupsDocuments ? .groups : .entries
    let explanation = request.isExplaining ? try QueryExplanation(plan) : nil
    try opening(
      PolicyResults(
        query: plan.parsed, hits: [], totalCount: grouping?.entries.count ?? answer.count,
        isPartial: plan.partial != nil, offset: 0,
        facets: request.isCounting ? try facets(of: plan.tiers.whole, counting: unit) : [],
        literalCount: grouping?.entries.count { $0.isLiteral } ?? answer.literalCount,
        isSorted: plan.order != .relevance,
        tags: plan.named.tags, widened: plan.widened?.syntax,
        relatedWords: plan.partial?.relatedWords ?? [], passageCount: answer.count,
        explanation: explanation))
    var rank = 0
    if let grouping {
      for entry in grouping.entries {
        rank += 1
        let explanation = request.isExplaining ? grouping.explanation(of: entry) : nil
        try body(try presentation.hit(entry, rank: rank, explanation: explanation))
      }
      return
    }
    try plan.tiers.forEach(in: plan.order) { found in
      rank += 1
      try body(try presentation.hit(found, rank: rank, explaining: request.isExplaining))
    }
  }
}

extension SearchTiers {
  /// How many hits are found at a time.
  private static let chunk = 1_000

  /// Hands over all that is found, in an order.
  fileprivate func forEach(
    in order: PassageOrder, _ body: (Found) throws -> Void
  ) throws {
    switch order {
    case .relevance:
      try forEach(of: literal, shown: shown, isLiteral: true, body)
      guard let wide else { return }
      let rest = Query.excluding(wide, literal)
      try forEach(of: rest, shown: rest, isLiteral: false, body)
    case .column(let column):
      var last: Hit?
      while true {
        let hits = try searcher.hits(
          of: whole, sortedBy: column, after: last, limit: Self.chunk)
        for found in try found(hits) { try body(found) }
        guard hits.count == Self.chunk else { return }
        last = hits.last
      }
    case .document:
      let sorted = try KeyOrder(whole, in: searcher)
      for offset in stride(from: 0, to: sorted.count, by: Self.chunk) {
        for found in try found(try sorted.hits(from: offset, limit: Self.chunk)) {
          try body(found)
        }
      }
    }
  }

  /// Hands over what one query finds, by score and standing.
  private func forEach(
    of query: Query, shown: Query, isLiteral: Bool, _ body: (Found) throws -> Void
  ) throws {
    var last: Hit?
    while true {
      let hits = try searcher.hits(of: query, after: last, limit: Self.chunk)
      let ranked =
        last == nil && weighsStanding
        ? try Standing.ranked(hits, in: searcher) : hits.map { ($0, nil) }
      for (hit, standing) in ranked {
        try body(
          Found(hit: hit, query: query, shown: shown, isLiteral: isLiteral, standing: standing))
      }
      guard hits.count == Self.chunk else { return }
      last = hits.last
    }
  }
}
