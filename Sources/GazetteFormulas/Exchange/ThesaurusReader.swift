public import GazetteConcepts
import GazetteDocument
import GazetteYAML

/// Reads concepts out of YAML, in the form that the page “The thesaurus and what it finds” describes.
struct ThesaurusReader {
  private let file: String
  private var concepts: [Concept] = []
  private var lines: [String: Int] = [:]

  private init(file: String) { self.file = file }

  /// Reads a file; throws the first thing that is wrong with it.
  static func read(_ bytes: [UInt8], file: String) throws(ThesaurusError) -> [Concept] {
    let root: YAMLNode
    do throws(YAMLError) {
      root = try YAMLReader.read(bytes)
    } catch {
      throw ThesaurusError(file: file, line: error.line, problem: .yaml(error.what))
    }
    var reader = ThesaurusReader(file: file)
    guard let list = root["concepts"], case .sequence(let entries) = list.content else {
      // An empty file and one with an empty list have no concepts; that is no fault.
      if root.pairs.isEmpty && root.string == nil { return [] }
      if let list = root["concepts"], case .scalar = list.content, list.string == nil { return [] }
      throw ThesaurusError(file: file, line: root.line, problem: .noConcepts)
    }
    for entry in entries { try reader.add(entry) }
    return reader.concepts
  }

  private mutating func add(_ entry: YAMLNode) throws(ThesaurusError) {
    guard let node = entry["id"], let id = node.string else {
      throw ThesaurusError(file: file, line: entry.line, problem: .missingID)
    }
    guard Self.isID(id) else {
      throw ThesaurusError(file: file, line: node.line, problem: .invalidID(id))
    }
    if let first = lines[id] {
      throw ThesaurusError(
        file: file, line: node.line, problem: .repeatedID(id, firstLine: first))
    }
    lines[id] = node.line
    for pair in entry.pairs where !Self.isField(pair.key) {
      throw ThesaurusError(
        file: file, line: pair.line,
        problem: .unknownField(pair.key, allowed: Self.fields + ["aliases_LANG", "hidden_LANG"]))
    }
    var concept = Concept(id: id, file: file, line: entry.line)
    concept.broader = try string(entry, "broader")
    concept.note = try string(entry, "note")
    concept.differsFrom = try strings(entry, "differsFrom").map(\.text)
    concept.parts = try parts(entry, "parts")
    concept.neighbours = try parts(entry, "neighbours")
    if let kind = try string(entry, "kind") {
      guard let known = Concept.Kind(rawValue: kind) else {
        throw ThesaurusError(
          file: file, line: entry["kind"]?.line ?? entry.line,
          problem: .unknownValue(
            field: "kind", value: kind, allowed: Concept.Kind.allCases.map(\.rawValue)))
      }
      concept.kind = known
    }
    for pair in entry["definition"]?.pairs ?? [] {
      if let text = pair.value.string {
        concept.definitions[Self.language(pair.key)] = text
      }
    }
    if let source = entry["first_source"] {
      concept.firstSource = Concept.Source(
        document: source["document"]?.string, date: source["date"]?.string,
        confidence: source["confidence"]?.string)
    }
    try addLabels(of: entry, to: &concept)
    concepts.append(concept)
  }

  /// The fields of a concept, beside the lists of labels of a language.
  private static let fields = [
    "id", "kind", "zh", "zh_hant", "en", "labels", "not", "context_required", "broader", "parts",
    "neighbours", "differsFrom", "definition", "first_source", "note",
  ]

  private static func isField(_ key: String) -> Bool {
    fields.contains(key) || key.hasPrefix("aliases_") || key.hasPrefix("hidden_")
  }

  // MARK: Labels

  /// The labels of the keys that name a language: `zh`, `zh_hant`, `en`, `aliases_LANG`, `hidden_LANG`, and `labels`.
  private func addLabels(of entry: YAMLNode, to concept: inout Concept) throws(ThesaurusError) {
    let inContext = Set(try strings(entry, "context_required").map(\.text))
    var broken: Set<String> = []
    for pair in entry.pairs where pair.key.hasPrefix("hidden_") {
      broken.formUnion(try strings(entry, pair.key).map(\.text))
    }
    func label(
      _ text: String, _ language: Language, _ status: ConceptLabel.Status, _ line: Int,
      source: String? = nil, needsContext: Bool = false
    ) -> ConceptLabel {
      ConceptLabel(
        text, language: language, status: status,
        needsContext: needsContext || inContext.contains(text), source: source, line: line)
    }
    for key in ["zh", "zh_hant", "en"] {
      guard let text = try string(entry, key) else { continue }
      concept.labels.append(
        label(text, Self.language(key), .preferred, entry[key]?.line ?? entry.line))
    }
    for pair in entry.pairs where pair.key.hasPrefix("aliases_") {
      let language = Self.language(String(pair.key.dropFirst("aliases_".count)))
      for (text, line) in try strings(entry, pair.key) {
        concept.labels.append(
          label(text, language, broken.contains(text) ? .broken : .alias, line))
      }
    }
    // Broken renderings that no list of aliases has.
    let known = Set(concept.labels.map(\.text))
    for pair in entry.pairs where pair.key.hasPrefix("hidden_") {
      let language = Self.language(String(pair.key.dropFirst("hidden_".count)))
      for (text, line) in try strings(entry, pair.key) where !known.contains(text) {
        concept.labels.append(label(text, language, .broken, line))
      }
    }
    for node in entry["labels"]?.elements ?? [] {
      concept.labels.append(try described(node, label))
    }
    for (text, line) in try strings(entry, "not") {
      concept.negativeLabels.append(
        ConceptLabel(text, language: Self.script(of: text), status: .hidden, line: line))
    }
  }

  /// A label with what is known of it: `{text, language, status, source, context}`.
  private func described(
    _ node: YAMLNode,
    _ label: (String, Language, ConceptLabel.Status, Int, String?, Bool) -> ConceptLabel
  ) throws(ThesaurusError) -> ConceptLabel {
    guard let text = node["text"]?.string else {
      throw ThesaurusError(
        file: file, line: node.line,
        problem: .wrongShape(field: "labels", expected: "a list of mappings with “text”"))
    }
    var status = ConceptLabel.Status.alias
    if let word = node["status"]?.string {
      guard let known = ConceptLabel.Status(rawValue: word) else {
        throw ThesaurusError(
          file: file, line: node["status"]?.line ?? node.line,
          problem: .unknownValue(
            field: "status", value: word, allowed: ConceptLabel.Status.allCases.map(\.rawValue)))
      }
      status = known
    }
    let language = node["language"]?.string.map(Self.language) ?? Self.script(of: text)
    return label(
      text, language, status, node.line, node["source"]?.string,
      node["context"]?.string == "required")
  }

  // MARK: Values

  private func string(_ entry: YAMLNode, _ key: String) throws(ThesaurusError) -> String? {
    guard let node = entry[key] else { return nil }
    guard case .scalar = node.content else {
      throw ThesaurusError(
        file: file, line: node.line, problem: .wrongShape(field: key, expected: "words"))
    }
    return node.string
  }

  private func strings(
    _ entry: YAMLNode, _ key: String
  ) throws(ThesaurusError) -> [(text: String, line: Int)] {
    var found: [(String, Int)] = []
    for node in entry[key]?.elements ?? [] {
      guard case .scalar = node.content else {
        throw ThesaurusError(
          file: file, line: node.line,
          problem: .wrongShape(field: key, expected: "a list of words"))
      }
      if let text = node.string { found.append((text, node.line)) }
    }
    return found
  }

  private func parts(_ entry: YAMLNode, _ key: String) throws(ThesaurusError) -> [Concept.Part] {
    try strings(entry, key).map { Self.isID($0.text) ? .concept($0.text) : .label($0.text) }
  }

  /// Whether words are kebab-case ASCII.
  private static func isID(_ text: String) -> Bool {
    var isPartOpen = false
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: isPartOpen = true
      case 0x2D where isPartOpen: isPartOpen = false
      default: return false
      }
    }
    return isPartOpen
  }

  /// The language of a key: `zh` is Simplified, `zh_hant` Traditional.
  private static func language(_ key: String) -> Language {
    switch key.lowercased() {
    case "zh", "zh_hans", "zh-hans": .simplifiedChinese
    case "zh_hant", "zh-hant": .traditionalChinese
    case "en": .english
    default: Language(tag: key)
    }
  }

  /// The language that words without one are taken to be in.
  private static func script(of text: String) -> Language {
    text.utf8.contains { $0 >= 0xE3 } ? .simplifiedChinese : .english
  }
}

extension Thesaurus {
  /// Reads a thesaurus from the bytes of a YAML file.
  ///
  /// - Parameters:
  ///   - yaml: The file.
  ///   - file: Its name, for errors and for the lines of `ThesaurusLint`.
  /// - Throws: `ThesaurusError` with the line of the first thing that is wrong.
  public init(yaml: [UInt8], file: String) throws(ThesaurusError) {
    self.init(concepts: try ThesaurusReader.read(yaml, file: file))
  }
}
