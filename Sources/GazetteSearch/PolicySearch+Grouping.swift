import GazetteIndex

extension PolicySearch {
  /// The documents that answer a request, each with its best passage.
  func groupedSearch(_ request: SearchRequest) throws -> PolicyResults {
    let plan = try SearchPlan(request, of: self, limit: 1, offset: 0)
    let passages = try plan.search(limit: 1, offset: 0)
    let grouping = try DocumentGrouping(plan)
    let offset = max(0, request.offset)
    let entries = grouping.entries.dropFirst(offset).prefix(max(0, request.limit))
    var presentation = try plan.presentation(of: self)
    var hits: [PolicyHit] = []
    for (place, entry) in entries.enumerated() {
      hits.append(
        try presentation.hit(
          entry, rank: offset + place + 1,
          explanation: request.isExplaining ? grouping.explanation(of: entry) : nil))
    }
    let end = offset + hits.count
    return PolicyResults(
      query: plan.parsed, hits: hits, totalCount: grouping.entries.count,
      isPartial: plan.partial != nil, offset: offset,
      facets: request.isCounting ? try facets(of: plan.tiers.whole, counting: .groups) : [],
      literalCount: grouping.entries.count { $0.isLiteral },
      isSorted: plan.order != .relevance, tags: plan.named.tags,
      widened: plan.widened?.syntax, relatedWords: plan.partial?.relatedWords ?? [],
      nextOffset: end < grouping.entries.count && !hits.isEmpty ? end : nil,
      passageCount: passages.count,
      explanation: request.isExplaining ? try QueryExplanation(plan) : nil)
  }
}

extension HitPresentation {
  /// A document with its best passage.
  mutating func hit(
    _ entry: DocumentGrouping.Entry, rank: Int, explanation: Explanation?
  ) throws(IndexError) -> PolicyHit {
    let best = try hit(entry.best, rank: rank, explaining: false)
    return PolicyHit(
      rank: rank, score: entry.score, passage: best.passage, matches: best.matches,
      isLiteral: best.isLiteral,
      explanation: explanation, missing: best.missing, matchingPassages: entry.count)
  }
}
