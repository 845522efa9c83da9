public import GazetteIndex

/// One passage that answers a query, with how it matches.
public struct PolicyHit: Sendable, Hashable {
  /// Its place in the ranking, from 1.
  public let rank: Int
  /// Its score; comparable only within one search.
  public let score: Float
  /// The passage, ready to be quoted.
  public let passage: CitedPassage
  /// How it matches, in the order of the text; what stands outside of the passage comes last.
  public let matches: [Match]
  /// Why it has its score, when that was asked for.
  public let explanation: Explanation?
  /// The words of the query that it lacks; of a partial match only.
  public let missing: [String]

  /// Whole sentences around the matches.
  public var snippet: Snippet { Snippet(of: passage, matches: matches) }

  /// Creates a hit.
  package init(
    rank: Int, score: Float, passage: CitedPassage, matches: [Match],
    explanation: Explanation? = nil, missing: [String] = []
  ) {
    self.rank = rank
    self.score = score
    self.passage = passage
    self.matches = matches
    self.explanation = explanation
    self.missing = missing
  }
}
