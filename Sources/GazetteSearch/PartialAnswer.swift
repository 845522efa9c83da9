import GazetteIndex
import GazetteQuery

/// What comes nearest to a text when no passage has everything that it asks for.
struct PartialAnswer {
  /// The queries, in the order in which their answers are shown.
  let tiers: SearchTiers
  /// Of so few words, or pairs of Han, most must be there.
  private static let fewPieces = 5
  /// The words that were taken from the nearest passages to put the others in order.
  var relatedWords: [String] = []

  /// Looks for a way to ask for less; `nil` when there is none.
  ///
  /// A quotation is asked for piece by piece, a question by all its words at once, whatever a passage lacks of them; of other
  /// words most must be there, and what has fewer follows.
  ///
  /// - Throws: `IndexError` when the index is damaged.
  init?(_ parsed: ParsedQuery, in searcher: Searcher) throws(IndexError) {
    if let split = SplitQuotation.query(of: parsed) {
      tiers = SearchTiers(searcher, literal: split, wide: nil)
      return
    }
    let nearest = parsed.nearest
    if let nearest, nearest.isQuestion {
      let related = try RelatedWords.words(for: nearest, in: searcher)
      relatedWords = related.map(\.word)
      let query: Query =
        related.isEmpty
        ? nearest.query : .preferring(nearest.query, .any(related.map(\.query)))
      tiers = SearchTiers(searcher, literal: query, wide: nil, shown: nearest.query)
      return
    }
    guard let partial = parsed.partial else { return nil }
    // Of few words those that have less than most say nothing.
    let isLong = (nearest?.pieces.count ?? 0) > Self.fewPieces
    tiers = SearchTiers(searcher, literal: partial, wide: isLong ? nearest?.query : nil)
  }
}
