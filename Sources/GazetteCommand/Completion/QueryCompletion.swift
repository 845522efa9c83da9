import GazetteDocument
import GazetteQuery
import GazetteSearch

/// How the last word of a query can go on: names of fields, their values, labels of concepts.
struct QueryCompletion {
  private let values: IndexValues

  init(_ values: IndexValues) { self.values = values }

  /// The whole argument with its last word gone on.
  func words(_ text: String) -> [CompletionWord] {
    let start = text.unicodeScalars.lastIndex {
      $0 == " " || $0 == "(" || $0 == "\u{3000}" || $0 == "（"
    }
    let cut = start.map { text.unicodeScalars.index(after: $0) } ?? text.startIndex
    var (head, word) = (String(text[..<cut]), String(text[cut...]))
    if word.hasPrefix("-") {
      head += "-"
      word.removeFirst()
    }
    return self.continued(word).map { found in
      CompletionWord(value: head + found.value, note: found.note, isOpen: found.isOpen)
    }
  }

  private func continued(_ word: String) -> [CompletionWord] {
    guard let colon = word.unicodeScalars.firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      let names =
        PolicyField.allCases.map(\.rawValue) + QueryDateField.allCases.map(\.rawValue)
        + ["before", "after"]
      return names.sorted().filter { $0.hasPrefix(word.lowercased()) }
        .map { CompletionWord(value: $0 + ":", isOpen: true) }
        + values.labels(word).map { CompletionWord(value: Self.quoted($0.value), note: $0.note) }
    }
    let after = word.unicodeScalars.index(after: colon)
    var value = String(word[after...])
    let name = String(word[..<colon]).lowercased()
    if value.hasPrefix("\"") { value.removeFirst() }
    return found(name, value).map { found in
      CompletionWord(value: String(word[..<after]) + Self.quoted(found.value), note: found.note)
    }
  }

  private func found(_ name: String, _ value: String) -> [CompletionWord] {
    switch name {
    case "tag": return values.namedConcepts(value)
    case "doc": return values.documents(value)
    case "voice":
      return Voice.Kind.allCases.map { CompletionWord(value: $0.rawValue) }
        .filter { $0.value.hasPrefix(value) }
    case "issuer": return values.values(of: "issuer.name", value)
    case "kind", "status", "lang", "number": return values.values(of: name, value)
    default: return []
    }
  }

  /// A value so that the query language reads it whole.
  private static func quoted(_ value: String) -> String {
    value.contains { $0 == " " || $0 == "　" } ? "\"" + value + "\"" : value
  }
}
