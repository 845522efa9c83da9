import GazetteDocument
import GazetteQuery

extension MatchFinder {
  /// How a passage matches: in its own words with spans, then in its headings, its title and its issuer without.
  mutating func matches(in passage: CitedPassage, patterns: [MatchPattern]) -> [Match] {
    var matches: [Match] = []
    let body = Array(passage.text.utf8)
    var scalars = ScalarCounter(body)
    for found in self.matches(in: passage.text, field: PolicyField.body.id) {
      matches.append(
        Match(
          term: String(decoding: body[found.bytes], as: UTF8.self),
          kind: patterns[found.pattern].kind, field: PolicyField.body.rawValue,
          span: scalars.span(of: found.bytes, from: passage.passage.span.start)))
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
}
