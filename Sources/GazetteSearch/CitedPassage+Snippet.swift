import GazetteQuery
public import GazetteIndex

extension CitedPassage {
  /// The sentences of the passage that hold what a query looks for, with the matches marked.
  ///
  /// - Parameter query: The query.
  /// - Returns: Whole sentences; the first one when nothing matches in the passage's own words.
  public func snippet(matching query: Query) -> Snippet {
    let patterns = MatchPattern.patterns(of: query, schema: .policy)
    var finder = MatchFinder(patterns: patterns)
    return Snippet(of: self, matches: finder.matches(in: self, patterns: patterns))
  }
}
