public import GazetteConcepts
internal import GazetteDocument

/// Concepts as the YAML that thesauri are kept in, ready to be read again or pasted into a file.
public struct ThesaurusSource: Sendable {
  private let concepts: [Concept]

  /// Prepares to write concepts.
  public init(_ concepts: [Concept]) { self.concepts = concepts }

  /// The whole file, `concepts:` in front.
  public func yaml() -> String {
    concepts.isEmpty ? "concepts: []\n" : "concepts:\n" + entries()
  }

  /// The entries alone, to be added to the list of a file.
  public func entries() -> String { concepts.map(entry).joined() }

  private func entry(_ concept: Concept) -> String {
    var text = "- id: \(concept.id)\n"
    func add(_ key: String, _ value: String?) {
      if let value { text += "  \(key): \(Self.scalar(value))\n" }
    }
    func add(_ key: String, _ values: [String]) {
      guard !values.isEmpty else { return }
      text += "  \(key):\n" + values.map { "  - \(Self.scalar($0))\n" }.joined()
    }
    var described: [ConceptLabel] = []
    var lists: [(key: String, labels: [String])] = []
    func list(_ text: String, under key: String) {
      if let place = lists.firstIndex(where: { $0.key == key }) {
        lists[place].labels.append(text)
      } else {
        lists.append((key, [text]))
      }
    }
    var preferred: Set<Language> = []
    let texts = Dictionary(grouping: concept.labels, by: \.text)
    for label in concept.labels {
      let key = Self.key(of: label.language)
      let isHead =
        label.status == .preferred && ["zh", "zh_hant", "en"].contains(key)
        && preferred.insert(label.language).inserted
      // What the lists say of a broken label they say of its words in every language.
      let isMixed = label.status == .broken && texts[label.text]?.count != 1
      if label.source != nil || label.status == .hidden || isMixed
        || label.status == .preferred && !isHead
      {
        described.append(label)
      } else if isHead {
        add(key, label.text)
      } else {
        // Broken ones keep their place among the others.
        list(label.text, under: "aliases_" + key)
        if label.status == .broken { list(label.text, under: "hidden_" + key) }
      }
    }
    for list in lists { add(list.key, list.labels) }
    if !described.isEmpty {
      text += "  labels:\n" + described.map(Self.description).joined()
    }
    let inContext = concept.labels.filter { $0.needsContext && $0.source == nil }.map(\.text)
    add("not", concept.negativeLabels.map(\.text))
    add("kind", concept.kind.rawValue)
    add("broader", concept.broader)
    add("parts", concept.parts.map(Self.name))
    add("neighbours", concept.neighbours.map(Self.name))
    add("differsFrom", concept.differsFrom)
    if !concept.definitions.isEmpty {
      text += "  definition:\n"
      for (language, words) in concept.definitions.sorted(by: { $0.key.tag < $1.key.tag }) {
        text += "    \(Self.key(of: language)): \(Self.scalar(words))\n"
      }
    }
    if let source = concept.firstSource {
      let values = [
        ("document", source.document), ("date", source.date), ("confidence", source.confidence),
      ]
      let known = values.compactMap { key, value in value.map { "    \(key): \(Self.scalar($0))\n" }
      }
      text += known.isEmpty ? "" : "  first_source:\n" + known.joined()
    }
    add("context_required", inContext)
    add("note", concept.note)
    return text
  }

  private static func description(of label: ConceptLabel) -> String {
    var text = "  - text: \(scalar(label.text))\n    language: \(label.language.tag)\n"
    text += "    status: \(label.status.rawValue)\n"
    if let source = label.source { text += "    source: \(scalar(source))\n" }
    if label.needsContext { text += "    context: required\n" }
    return text
  }

  private static func name(of part: Concept.Part) -> String {
    switch part {
    case .concept(let id): id
    case .label(let text): text
    }
  }

  private static func key(of language: Language) -> String {
    switch language {
    case .simplifiedChinese: "zh"
    case .traditionalChinese: "zh_hant"
    default: language.tag
    }
  }

  /// Words as they are where YAML reads them as such, else between quotation marks.
  static func scalar(_ words: String) -> String {
    func isPlain(_ scalar: Unicode.Scalar, inside: Bool) -> Bool {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FFF: true
      case 0x30...0x39, 0x20, 0x2D, 0x28, 0x29, 0x3001, 0xFF0C: inside
      default: false
      }
    }
    let reserved = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    if let first = words.unicodeScalars.first, isPlain(first, inside: false),
      words.unicodeScalars.last != " ",
      words.unicodeScalars.allSatisfy({ isPlain($0, inside: true) }),
      !reserved.contains(words.lowercased())
    {
      return words
    }
    var quoted = "\""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
