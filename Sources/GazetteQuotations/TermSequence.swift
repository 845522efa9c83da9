internal import GazetteAnalysis

/// The words of one text as numbers, in their order: stems, numbers, and pairs of neighbouring Han characters.
struct TermSequence {
  /// A word with its place.
  struct Term {
    /// Stands for the word: equal words have equal keys.
    let key: UInt64
    /// Its bytes in the text.
    let start: Int
    let end: Int
    /// Whether it is a pair of Han characters.
    let isHan: Bool
  }

  private(set) var terms: [Term] = []
  private var stream = TokenStream()

  /// Reads a text in place of the last one; places count within the slice's array.
  mutating func read(_ utf8: ArraySlice<UInt8>) {
    stream.removeAll()
    terms.removeAll(keepingCapacity: true)
    Analyzer.standard.analyze(utf8, into: &stream)
    let citations = CitationSpans.spans(in: utf8)
    var next = 0
    for token in stream.tokens {
      // The name and the number of a document that is cited are no words of the passage.
      while next < citations.count, citations[next].upperBound <= utf8.startIndex + Int(token.start)
      {
        next += 1
      }
      if next < citations.count, citations[next].contains(utf8.startIndex + Int(token.start)) {
        continue
      }
      switch token.kind {
      case .word, .number, .bigram: append(token, at: utf8.startIndex)
      case .stem:
        // It stands behind the word that it is of.
        if let last = terms.last, last.start == utf8.startIndex + Int(token.start) {
          terms.removeLast()
        }
        append(token, at: utf8.startIndex)
      case .han, .compound: break
      }
    }
  }

  private mutating func append(_ token: Token, at origin: Int) {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in stream.term(of: token) { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
    terms.append(
      Term(
        key: key, start: origin + Int(token.start), end: origin + Int(token.end),
        isHan: token.kind == .bigram))
  }
}
