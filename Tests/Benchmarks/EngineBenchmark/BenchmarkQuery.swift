import GazetteIndex

/// A line of a query set: `{"query": "…", "type": "…", "tags": […], "count": n}`.
struct BenchmarkQuery {
  let text: String
  let type: String
  let count: Int

  init?(line: String) {
    guard let text = Self.string("query", line), let type = Self.string("type", line),
      let count = Self.after("\"count\": ", line).flatMap({ Int($0.prefix { $0.isNumber }) })
    else { return nil }
    self.text = text
    self.type = type
    self.count = count
  }

  private static func after(_ mark: String, _ line: String) -> Substring? {
    guard let range = line.firstRange(of: mark) else { return nil }
    return line[range.upperBound...]
  }

  private static func string(_ name: String, _ line: String) -> String? {
    guard let rest = after("\"\(name)\": \"", line) else { return nil }
    var value = ""
    var isEscaped = false
    for character in rest {
      if isEscaped || (character != "\\" && character != "\"") {
        value.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        break
      }
    }
    return value
  }

  /// The query: `word`, `+a +b` for all, `a b` for any, `"a b"` for a phrase.
  static func parse(_ text: String, field: FieldID) -> Query {
    if text.hasPrefix("\"") {
      let words = text.dropFirst().dropLast().split(separator: " ")
      return .phrase(
        field: field,
        terms: words.enumerated().map { PhraseTerm(bytes: Array($1.utf8), offset: $0) })
    }
    let words = text.split(separator: " ")
    let terms = words.map { word in
      Query.term(Term(field: field, String(word.hasPrefix("+") ? word.dropFirst() : word)))
    }
    if terms.count == 1 { return terms[0] }
    return text.hasPrefix("+") ? .all(terms) : .any(terms)
  }
}
