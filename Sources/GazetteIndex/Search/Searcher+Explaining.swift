extension Searcher {
  /// Why a hit of this searcher has its score under a query; `nil` when the entry does not match.
  ///
  /// The value of the tree, in single precision, is the hit's score. Costs about as much as a search
  /// for each level of the query.
  public func explain(_ query: Query, _ hit: Hit) throws(IndexError) -> Explanation? {
    let compiler = try compiler(for: query)
    let explainer = Explainer(compiler: compiler, segment: hit.segment, docID: hit.docID)
    let explanation = try explainer.explain(query, 1)
    try compiler.fault.check()
    return explanation
  }
}
