import GazetteDocument
import GazetteQuery

extension MatchFinder {
  /// How a passage matches: in its own words with spans, then in its headings, its title and its issuer without.
  mutating func matches(in passage: CitedPassage, patterns: [MatchPattern]) -> [Match] {
    var matches: [Match] = []
    let body = Array(passage.text.utf8)
    for found in self.matches(in: passage.text, field: PolicyField.body.id) {
      matches.append(
        Match(
          term: String(decoding: body[found.bytes], as: UTF8.self),
          kind: patterns[found.pattern].kind, field: PolicyField.body.rawValue,
          span: span(found.bytes, in: body, from: passage.passage.span.start)))
    }
    // A stem that is the word itself has been reported as the word.
    let literal = Set(matches.filter { $0.kind == .literal }.compactMap(\.span))
    matches.removeAll { $0.kind == .stem && $0.span.map(literal.contains) == true }
    let around: [(PolicyField, String?)] = [
      (.heading, passage.headings.joined(separator: "\n")),
      (.title, passage.document.metadata.title.value),
      (.issuer, passage.document.metadata.issuer.value),
    ]
    for (field, text) in around {
      guard let text, !text.isEmpty else { continue }
      let bytes = Array(text.utf8)
      var seen: Set<Range<Int>> = []
      for found in self.matches(in: text, field: field.id) where seen.insert(found.bytes).inserted {
        matches.append(
          Match(
            term: String(decoding: bytes[found.bytes], as: UTF8.self),
            kind: patterns[found.pattern].kind, field: field.rawValue, span: nil))
      }
    }
    return matches
  }

  /// A range of bytes of a passage's words as a span of the source text.
  private func span(_ bytes: Range<Int>, in body: [UInt8], from start: TextPosition) -> TextSpan {
    func position(_ byte: Int) -> TextPosition {
      // Every byte that does not continue a scalar begins one.
      let scalars = body[..<byte].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      return TextPosition(byte: start.byte + byte, scalar: start.scalar + scalars)
    }
    return TextSpan(start: position(bytes.lowerBound), end: position(bytes.upperBound))
  }
}
