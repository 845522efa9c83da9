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
  /// Whether it holds the words themselves; one that does not holds other renderings of them, or stands under a heading that has
  /// the tag.
  public let isLiteral: Bool
  /// The words of the query that it lacks; of a partial match only.
  public let missing: [String]

  /// The passages that say the same and are folded away below it, in the order of the list; none unless that was asked for.
  public let alike: [CitedPassage]
  /// How many passages of the document match; `nil` for a hit that is a passage.
  public let matchingPassages: Int?

  /// Whole sentences around the matches.
  public var snippet: Snippet { Snippet(of: passage, matches: matches) }

  /// Creates a hit.
  package init(
    rank: Int, score: Float, passage: CitedPassage, matches: [Match],
    isLiteral: Bool = true, explanation: Explanation? = nil, missing: [String] = [],
    alike: [CitedPassage] = [],
    matchingPassages: Int? = nil
  ) {
    self.alike = alike
    self.matchingPassages = matchingPassages
    self.rank = rank
    self.score = score
    self.passage = passage
    self.matches = matches
    self.explanation = explanation
    self.isLiteral = isLiteral
    self.missing = missing
  }
}
