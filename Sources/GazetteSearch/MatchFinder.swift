import GazetteAnalysis
import GazetteIndex

/// Finds the words of a query in a text again, as verified stretches and not as a union of terms.
///
/// The text goes through the analyzer that indexed it, so what is lit is what matched.
struct MatchFinder {
  private let patterns: [MatchPattern]
  private let analyzer: Analyzer
  private var stream = TokenStream()

  init(patterns: [MatchPattern], analyzer: Analyzer = .standard) {
    self.patterns = patterns
    self.analyzer = analyzer
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
    let places = TokenPlaces(stream)
    var found: [TokenMatch] = []
    for pattern in wanted {
      let stems = patterns[pattern].kind == .stem
      if patterns[pattern].kind == .prefix {
        found += places.starts(with: patterns[pattern].terms[0].bytes).map {
          TokenMatch(pattern: pattern, bytes: $0)
        }
      } else {
        found += places.occurrences(of: patterns[pattern].terms, stems: stems).map {
          TokenMatch(pattern: pattern, bytes: $0)
        }
      }
    }
    return found.sorted {
      ($0.bytes.lowerBound, $1.bytes.upperBound, $0.pattern)
        < ($1.bytes.lowerBound, $0.bytes.upperBound, $1.pattern)
    }
  }
}
