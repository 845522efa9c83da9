extension Searcher {
  /// The terms that a prefix, wildcard, range or fuzzy query stands for; a fuzzy one looks for no others.
  ///
  /// - Parameters:
  ///   - query: A query of one of these kinds; any other stands for no terms.
  ///   - limit: The most terms to return; of a fuzzy query never more than `Query.fuzzyLimit`.
  /// - Returns: The terms.
  /// - Throws: `IndexError.corrupt` when a damaged byte is met, `tooLarge` and `invalidQuery` for queries that cannot be
  ///   answered.
  public func expansion(
    of query: Query, limit: Int = .max
  ) throws(IndexError) -> TermExpansion {
    try compiler(for: query).expansion(of: query, limit: limit)
  }
}
