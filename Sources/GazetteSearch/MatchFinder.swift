import GazetteAnalysis
import GazetteIndex

/// Finds the words of a query in a text again, as verified stretches and not as a union of terms.
///
/// The text goes through the analyzer that indexed it, so what is lit is what matched.
struct MatchFinder {
  private let patterns: [MatchPattern]
  private let analyzer: Analyzer
  private var stream: TokenStream
  /// The terms of all patterns, and for each pattern the numbers and the offsets of its own.
  private let terms: WantedTerms
  private let numbers: [[Int]]
  private let offsets: [[Int]]

  init(patterns: [MatchPattern], analyzer: Analyzer = .standard) {
    self.patterns = patterns
    self.analyzer = analyzer
    var wanted = WantedTerms()
    numbers = patterns.map { pattern in
      guard !pattern.isBeginning else { return [] }
      return pattern.terms.map {
        wanted.number(of: WantedTerms.Key(bytes: $0.bytes, isStem: pattern.kind == .stem))
      }
    }
    offsets = patterns.map { $0.terms.map(\.offset) }
    terms = wanted
    stream = TokenStream(findingStems: wanted.keys.filter(\.isStem).map(\.bytes))
  }

  /// The stretches of a text that match patterns of a field, in the order of the text.
  ///
  /// Costs an analysis of the text and one look-up a token.
  mutating func matches(in text: String, field: FieldID) -> [TokenMatch] {
    let wanted = patterns.indices.filter { patterns[$0].field == field }
    guard !wanted.isEmpty else { return [] }
    stream.removeAll()
    var text = text
    text.withUTF8 { analyzer.analyze($0, into: &stream) }
    let places = TokenPlaces(stream, of: terms)
    var found: [TokenMatch] = []
    for pattern in wanted {
      let ranges =
        patterns[pattern].isBeginning
        ? TokenPlaces.starts(with: patterns[pattern].terms[0].bytes, in: stream)
        : places.occurrences(
          of: numbers[pattern], at: offsets[pattern], slop: patterns[pattern].slop)
      found += ranges.map { TokenMatch(pattern: pattern, bytes: $0) }
    }
    return found.sorted {
      ($0.bytes.lowerBound, $1.bytes.upperBound, $0.pattern)
        < ($1.bytes.lowerBound, $0.bytes.upperBound, $1.pattern)
    }
  }
}
