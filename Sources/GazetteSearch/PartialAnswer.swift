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
  /// words most must be there, and what has fewer follows. Another rendering of a label counts for all of its words.
  ///
  /// - Parameters:
  ///   - parsed: What was typed.
  ///   - widened: The same with the other renderings of the labels in it; `nil` where it has none.
  ///   - searcher: The index.
  ///   - weighsStanding: Whether what a passage is counts beside what it says.
  /// - Throws: `IndexError` when the index is damaged.
  init?(
    _ parsed: ParsedQuery, widened: QuerySyntax?, in searcher: Searcher,
    weighingStanding weighsStanding: Bool
  ) throws(IndexError) {
    if let split = SplitQuotation.query(of: parsed) {
      tiers = SearchTiers(
        searcher, literal: split, wide: nil, weighingStanding: weighsStanding)
      return
    }
    let nearest = parsed.nearest
    if let nearest, nearest.isQuestion {
      let wide = widened.flatMap { parsed.nearest(of: $0) }
      let asked = wide ?? nearest
      let related = try RelatedWords.words(for: asked, in: searcher)
      relatedWords = related.map(\.word)
      let query: Query =
        related.isEmpty
        ? asked.query : .preferring(asked.query, .any(related.map(\.query)))
      tiers = SearchTiers(
        searcher, literal: query, wide: nil, shown: nearest.query,
        own: wide == nil ? nil : nearest.query, weighingStanding: weighsStanding)
      return
    }
    guard let partial = parsed.partial else { return nil }
    // Of few words those that have less than most say nothing.
    let isLong = (nearest?.pieces.count ?? 0) > Self.fewPieces
    let wide = [widened.flatMap { parsed.partial(of: $0) }, isLong ? nearest?.query : nil]
      .compactMap { $0 }
    tiers = SearchTiers(
      searcher, literal: partial, wide: wide.count > 1 ? .any(wide) : wide.first,
      weighingStanding: weighsStanding)
  }

  /// Takes the phrases apart from what stands beside them; `nil` when there are none.
  init?(
    loosening parsed: ParsedQuery, in searcher: Searcher, weighingStanding weighsStanding: Bool
  ) {
    guard let query = parsed.loosened else { return nil }
    tiers = SearchTiers(searcher, literal: query, wide: nil, weighingStanding: weighsStanding)
  }
}
