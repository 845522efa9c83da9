import GazetteIndex

extension PolicySearch {
  /// Searches as a request says.
  ///
  /// - Parameter request: What is asked.
  /// - Returns: The hits, and the count of all matches.
  /// - Throws: `LookupError` when a tag names no concept, `QuerySyntaxError` when a filter is no query, `IndexError` when the index
  ///   is damaged.
  public func search(_ request: SearchRequest) throws -> PolicyResults {
    if request.groupsDocuments { return try groupedSearch(request) }
    let offset = max(0, request.offset)
    let folds = request.foldsAlike && request.order != .document
    let window = folds ? AlikeFolding.window(from: offset, limit: request.limit) : request.limit
    let plan = try SearchPlan(request, of: self, limit: window, offset: folds ? 0 : offset)
    var presentation = try plan.presentation(of: self)
    let page =
      folds
      ? try AlikeFolding.page(of: plan, from: offset, limit: request.limit, &presentation)
      : try AlikePage(unfolded: plan, from: offset, limit: request.limit)
    var hits: [PolicyHit] = []
    for (place, group) in page.groups.enumerated() {
      hits.append(
        try presentation.hit(
          group.shown, rank: page.firstRank + place, explaining: request.isExplaining,
          alike: group.alike))
    }
    return PolicyResults(
      query: plan.parsed, hits: hits, totalCount: page.count, isPartial: plan.partial != nil,
      offset: offset, facets: request.isCounting ? try facets(of: plan.tiers.whole) : [],
      literalCount: page.literalCount, isSorted: plan.order != .relevance, tags: plan.named.tags,
      widened: plan.widened?.syntax,
      relatedWords: plan.partial?.relatedWords ?? [], nextOffset: page.end,
      explanation: request.isExplaining ? try QueryExplanation(plan) : nil)
  }
}
