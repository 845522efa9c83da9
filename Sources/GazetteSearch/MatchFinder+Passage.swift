import GazetteDocument
import GazetteQuery

extension MatchFinder {
  /// How a passage matches: in its own words with spans, then in its headings, its title and its issuer without.
  mutating func matches(in passage: CitedPassage, patterns: [MatchPattern]) -> [Match] {
    var matches = bodyMatches(in: passage, patterns: patterns)
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

  /// Matches in the words of a passage: as they are read, and where that differs as they stand in the source too.
  private mutating func bodyMatches(
    in passage: CitedPassage, patterns: [MatchPattern]
  ) -> [Match] {
    let body = Array(passage.text.utf8)
    var scalars = ScalarCounter(body)
    var found = self.matches(in: passage.text, field: PolicyField.body.id)
    let reading = passage.repairs.isEmpty ? nil : passage.reading
    if let reading, reading.isMended {
      let start = passage.passage.span.start.byte
      found = self.matches(in: reading.string, field: PolicyField.body.id).map { match in
        let source = reading.sourceBytes(of: match.bytes)
        return TokenMatch(
          pattern: match.pattern,
          bytes: source.lowerBound - start..<source.upperBound - start)
      }
      // The same pattern stands in both fields: what was lit already is not lit again.
      var seen = Set(found.map { TokenMatch(pattern: 0, bytes: $0.bytes) })
      found += self.matches(in: passage.text, field: PolicyField.raw.id).filter {
        seen.insert(TokenMatch(pattern: 0, bytes: $0.bytes)).inserted
      }
      found.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
    }
    return found.map { match in
      Match(
        term: String(decoding: body[match.bytes], as: UTF8.self),
        kind: patterns[match.pattern].kind, field: PolicyField.body.rawValue,
        span: scalars.span(of: match.bytes, from: passage.passage.span.start))
    }
  }
}
