public import GazetteQuery
public import GazetteSearch

extension JSONValue {
  /// A word that stands nowhere, and words like it that do.
  public init(_ suggestion: QuerySuggestion) {
    self = .object([
      "word": .string(suggestion.word), "start": .integer(suggestion.range.lowerBound),
      "end": .integer(suggestion.range.upperBound), "query": .string(suggestion.query),
      "offers": .array(
        suggestion.offers.map { offer in
          .object([
            "text": .string(offer.text), "likeness": .string(offer.likeness.rawValue),
            "count": .integer(offer.count),
          ])
        }),
    ])
  }

  /// Why a text is no query; null when it is one.
  public init(problemOf query: ParsedQuery) {
    guard let problem = query.problem else {
      self = .null
      return
    }
    self = .object([
      "reason": .string(problem.reason.rawValue), "start": .integer(problem.range.lowerBound),
      "end": .integer(problem.range.upperBound), "expected": .string(problem.expected),
      "repaired": JSONValue(query.repaired),
    ])
  }
}
