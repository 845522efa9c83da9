import GazetteDocument
import GazetteQuery

extension MatchFinder {
  /// How a passage matches: in its own words with spans, then in its headings, its title and its issuer without.
  mutating func matches(in passage: CitedPassage, patterns: [MatchPattern]) -> [Match] {
    var matches = bodyMatches(in: passage, patterns: patterns)
    // A stem that is the word itself has been reported as the word, which stands beside it in the order of the text.
    let all = matches
    matches = all.indices.filter { place in
      all[place].kind != .stem || !Self.isLiteral(all, at: place)
    }.map { all[$0] }
    let around: [(PolicyField, String?)] = [
      (.heading, passage.headings.joined(separator: "\n")),
      (.title, passage.document.metadata.title.value),
      (.issuer, passage.document.metadata.issuer.value),
    ]
    for (field, text) in around {
      guard let text, !text.isEmpty else { continue }
      let bytes = Array(text.utf8)
      var last: Range<Int>?
      for found in self.matches(in: text, field: field.id) where found.bytes != last {
        last = found.bytes
        matches.append(
          Match(
            term: String(decoding: bytes[found.bytes], as: UTF8.self),
            kind: patterns[found.pattern].kind, field: field.rawValue, span: nil))
      }
    }
    return matches
  }

  /// Whether a match for the exact word lights the same stretch; such ones lie side by side.
  private static func isLiteral(_ matches: [Match], at place: Int) -> Bool {
    let span = matches[place].span
    let before = matches[..<place].reversed().prefix { $0.span == span }
    let behind = matches[(place + 1)...].prefix { $0.span == span }
    return before.contains { $0.kind == .literal } || behind.contains { $0.kind == .literal }
  }

  /// The matches without phrases that stand inside longer ones: a run that may be misspelt is looked for in many ways.
  private static func outermost(
    _ matches: [TokenMatch], _ patterns: [MatchPattern]
  ) -> [TokenMatch] {
    var reach: Range<Int>?
    return matches.filter { match in
      guard patterns[match.pattern].kind == .phrase else { return true }
      if let outer = reach, match.bytes.upperBound <= outer.upperBound, match.bytes != outer {
        return false
      }
      reach = match.bytes
      return true
    }
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
    return Self.outermost(found, patterns).map { match in
      Match(
        term: String(decoding: body[match.bytes], as: UTF8.self),
        kind: patterns[match.pattern].kind, field: PolicyField.body.rawValue,
        span: scalars.span(of: match.bytes, from: passage.passage.span.start))
    }
  }
}
