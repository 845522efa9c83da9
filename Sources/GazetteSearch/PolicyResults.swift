public import GazetteQuery

/// What a search over policy documents returns.
public struct PolicyResults: Sendable {
  /// What was asked, parsed.
  public let query: ParsedQuery
  /// The hits asked for, best first.
  public let hits: [PolicyHit]
  /// How many passages match in all, or documents where the hits are such.
  public let totalCount: Int
  /// Whether no passage has all the words, and these are the best ones that lack some.
  public let isPartial: Bool
  /// The place of the first hit in the whole ranking, from 0.
  public let offset: Int

  /// How many of the matching passages hold the words that were typed; the others hold other renderings and come after them.
  public let literalCount: Int
  /// Whether the hits are in the order of a column, so that those with the words do not come first.
  public let isSorted: Bool
  /// The query with the other renderings of the labels in it, as it was asked beside the literal one; `nil` when it has none.
  public let widened: QuerySyntax?
  /// What the tags of the query were taken for.
  public let tags: [TagMeaning]

  /// The words of the nearest passages that helped to put the others in order; none but for a question that no passage holds
  /// whole.
  public let relatedWords: [String]

  /// What all matching passages have in common, when that was asked for.
  public let facets: [PolicyFacet]

  /// The offset at which the hits that follow begin; `nil` at the end.
  public let nextOffset: Int?
  /// How many passages match, where the hits are documents and `totalCount` counts these; else the same as that.
  public let passageCount: Int

  /// How the query was taken, when hits say why they have their scores.
  public let explanation: QueryExplanation?

  /// Creates results.
  package init(
    query: ParsedQuery, hits: [PolicyHit], totalCount: Int, isPartial: Bool, offset: Int,
    facets: [PolicyFacet] = [], literalCount: Int? = nil, isSorted: Bool = false,
    tags: [TagMeaning] = [],
    widened: QuerySyntax? = nil, relatedWords: [String] = [],
    nextOffset: Int? = nil, passageCount: Int? = nil, explanation: QueryExplanation? = nil
  ) {
    self.explanation = explanation
    self.nextOffset = nextOffset
    self.passageCount = passageCount ?? totalCount
    self.query = query
    self.hits = hits
    self.totalCount = totalCount
    self.isPartial = isPartial
    self.offset = offset
    self.facets = facets
    self.literalCount = literalCount ?? totalCount
    self.isSorted = isSorted
    self.tags = tags
    self.widened = widened
    self.relatedWords = relatedWords
  }
}
