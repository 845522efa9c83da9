import GazetteIndex
public import GazetteQuery

extension PolicySearch {
  /// Words like those of a query that stand nowhere in the index.
  ///
  /// Latin words are looked for in the dictionary by up to two letters more, fewer or other, and by how often they occur; Chinese
  /// ones in the passages by one character, and in titles and labels of concepts by one character or by how they are read.
  /// Costs a look at the dictionary and at each title; meant for a search that found nothing.
  ///
  /// - Parameter query: The query.
  /// - Returns: A suggestion for each word that stands nowhere and is like others, in the order of the query.
  /// - Throws: `IndexError` when the index is damaged.
  public func suggestions(for query: ParsedQuery) throws -> [QuerySuggestion] {
    // A page that was pasted is not proof-read.
    guard query.pieces.count <= SpellingCorrection.pieceLimit else { return [] }
    var correction = try SpellingCorrection(self)
    var seen: Set<String> = []
    var suggestions: [QuerySuggestion] = []
    for piece in query.pieces where suggestions.count < SpellingCorrection.wordLimit {
      guard seen.insert(piece.text).inserted, try correction.isUnknown(piece) else { continue }
      let offers = try correction.offers(for: piece)
      guard let best = offers.first else { continue }
      var text = Array(query.text.utf8)
      guard piece.range.upperBound <= text.count else { continue }
      text.replaceSubrange(piece.range, with: Array(best.text.utf8))
      suggestions.append(
        QuerySuggestion(
          word: piece.text, range: piece.range, offers: offers,
          query: String(decoding: text, as: UTF8.self)))
    }
    return suggestions
  }
}
