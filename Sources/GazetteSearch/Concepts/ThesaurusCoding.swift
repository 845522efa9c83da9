import GazetteAnalysis
package import GazetteConcepts
import GazetteDocument
import GazetteIndex

/// Writes a thesaurus in the form that `StoredThesaurus` reads: tables of fixed width, so that a query reads a few bytes of it.
///
/// All numbers are little-endian; offsets count from the first byte.
///
///     0   u32  version, 1
///     4   u32  the concepts, then u32 spellings, then u32 states of the trie
///     16  u32  start of each part in the order of `StoredThesaurus.Part`, then u32 length
///
/// Places are u32 each, one more than there are things. A state takes three i32: what is added to a byte, the state
/// before, the spelling that ends there. Owners are a count, then concept, label and whether it is negative. What lies
/// below a concept is a count and the numbers of the concepts. A reading is a concept, a label and its characters,
/// each with its syllables behind, all parted by `,`.
package enum ThesaurusCoding {
  static let version: UInt32 = 1

  /// The version of the rules of matching and of this form: another one means that documents are to be tagged anew.
  package static var taggingVersion: Int { ConceptMatcher.version << 8 | Int(version) }

  static let headerSize = 56

  /// The bytes of a thesaurus with the automaton over its labels.
  package static func bytes(of matcher: ConceptMatcher) -> [UInt8] {
    let thesaurus = matcher.thesaurus
    var concepts = ByteWriter()
    var conceptPlaces: [UInt32] = [0]
    for concept in thesaurus.concepts {
      write(concept, to: &concepts)
      conceptPlaces.append(UInt32(concepts.count))
    }
    var owners = ByteWriter()
    var ownerPlaces: [UInt32] = [0]
    for list in matcher.owners {
      owners.varint(list.count)
      for owner in list {
        owners.varint(owner.concept)
        owners.varint(owner.label)
        owners.varint(owner.isNegative ? 1 : 0)
      }
      ownerPlaces.append(UInt32(owners.count))
    }
    let (narrowerPlaces, narrower) = narrower(in: thesaurus)
    let ids = thesaurus.concepts.map { Array($0.id.utf8) }
    let order = ids.indices.sorted { ids[$0].lexicographicallyPrecedes(ids[$1]) }
    let states = matcher.automaton.stateNumbers
    let parts = [
      words(conceptPlaces), words(order.map(UInt32.init)), words(ownerPlaces),
      words(narrowerPlaces), words(states.map(UInt32.init(bitPattern:))), owners.bytes, narrower,
      concepts.bytes, readings(of: thesaurus),
    ]
    var writer = ByteWriter()
    writer.write(version)
    for count in [ids.count, matcher.owners.count, states.count / 3] { writer.write(UInt32(count)) }
    var start = headerSize
    for part in parts {
      writer.write(UInt32(start))
      start += part.count
    }
    writer.write(UInt32(start))
    for part in parts { writer.append(part) }
    return writer.bytes
  }

  /// What lies directly below each concept: by `broader`, and the parts that are concepts.
  private static func narrower(in thesaurus: Thesaurus) -> (places: [UInt32], bytes: [UInt8]) {
    var below = [Set<Int>](repeating: [], count: thesaurus.concepts.count)
    for (place, concept) in thesaurus.concepts.enumerated() {
      if let wider = concept.broader.flatMap(thesaurus.place) { below[wider].insert(place) }
      for case .concept(let part) in concept.parts {
        if let member = thesaurus.place(of: part) { below[place].insert(member) }
      }
    }
    var writer = ByteWriter()
    var places: [UInt32] = [0]
    for list in below {
      writer.varint(list.count)
      for place in list.sorted() { writer.varint(place) }
      places.append(UInt32(writer.count))
    }
    return (places, writer.bytes)
  }

  private static func words(_ numbers: [UInt32]) -> [UInt8] {
    var writer = ByteWriter()
    for number in numbers { writer.write(number) }
    return writer.bytes
  }

  // MARK: Concepts

  private static func write(_ concept: Concept, to writer: inout ByteWriter) {
    writer.string(concept.id)
    writer.string(concept.kind.rawValue)
    writer.string(concept.broader ?? "")
    for labels in [concept.labels, concept.negativeLabels] {
      writer.varint(labels.count)
      for label in labels { write(label, to: &writer) }
    }
    write(concept.parts, to: &writer)
    write(concept.neighbours, to: &writer)
    writer.varint(concept.differsFrom.count)
    for id in concept.differsFrom { writer.string(id) }
    let definitions = concept.definitions.sorted { $0.key.tag < $1.key.tag }
    writer.varint(definitions.count)
    for (language, text) in definitions {
      writer.string(language.tag)
      writer.string(text)
    }
    let source = concept.firstSource
    for text in [source?.document, source?.date, source?.confidence, concept.note] {
      writer.string(text ?? "")
    }
    writer.string(concept.file)
    writer.varint(max(0, concept.line))
  }

  private static func write(_ label: ConceptLabel, to writer: inout ByteWriter) {
    writer.string(label.text)
    writer.string(label.language.tag)
    let status = ConceptLabel.Status.allCases.firstIndex(of: label.status) ?? 0
    writer.varint(status << 1 | (label.needsContext ? 1 : 0))
    writer.string(label.source ?? "")
    writer.varint(max(0, label.line))
  }

  private static func write(_ parts: [Concept.Part], to writer: inout ByteWriter) {
    writer.varint(parts.count)
    for part in parts {
      switch part {
      case .concept(let id):
        writer.varint(1)
        writer.string(id)
      case .label(let text):
        writer.varint(0)
        writer.string(text)
      }
    }
  }

  /// Reads a concept; `nil` when the bytes are damaged.
  static func concept(_ reader: inout ByteReader) -> Concept? {
    var concept = Concept(id: reader.string())
    concept.kind = Concept.Kind(rawValue: reader.string()) ?? .formula
    concept.broader = text(&reader)
    concept.labels = labels(&reader)
    concept.negativeLabels = labels(&reader)
    concept.parts = parts(&reader)
    concept.neighbours = parts(&reader)
    concept.differsFrom = (0..<reader.length()).map { _ in reader.string() }
    for _ in 0..<reader.length() {
      let language = Language(tag: reader.string())
      concept.definitions[language] = reader.string()
    }
    let source = (0..<3).map { _ in text(&reader) }
    if source.contains(where: { $0 != nil }) {
      concept.firstSource = Concept.Source(
        document: source[0], date: source[1], confidence: source[2])
    }
    concept.note = text(&reader)
    concept.file = reader.string()
    concept.line = Int(reader.varint32())
    return reader.hasFailed || concept.id.isEmpty ? nil : concept
  }

  private static func text(_ reader: inout ByteReader) -> String? {
    let text = reader.string()
    return text.isEmpty ? nil : text
  }

  private static func labels(_ reader: inout ByteReader) -> [ConceptLabel] {
    (0..<reader.length()).map { _ in
      let text = reader.string()
      let language = Language(tag: reader.string())
      let bits = Int(reader.varint32())
      let statuses = ConceptLabel.Status.allCases
      let source = reader.string()
      return ConceptLabel(
        text, language: language, status: statuses[min(bits >> 1, statuses.count - 1)],
        needsContext: bits & 1 == 1, source: source.isEmpty ? nil : source,
        line: Int(reader.varint32()))
    }
  }

  private static func parts(_ reader: inout ByteReader) -> [Concept.Part] {
    (0..<reader.length()).map { _ in
      let isConcept = reader.varint() == 1
      let text = reader.string()
      return isConcept ? .concept(text) : .label(text)
    }
  }

  // MARK: Readings

  /// How the Chinese labels are read, for those of whose characters every reading is known.
  private static func readings(of thesaurus: Thesaurus) -> [UInt8] {
    var writer = ByteWriter()
    var text = LabelText()
    for (place, concept) in thesaurus.concepts.enumerated() {
      for (number, label) in concept.labels.enumerated()
      where label.status != .broken && label.language.tag.hasPrefix("zh") {
        guard let syllables = syllables(of: label.text, &text) else { continue }
        writer.varint(place)
        writer.varint(number)
        writer.string(syllables)
      }
    }
    return writer.bytes
  }

  /// The syllables of a label, parted by blanks; `nil` when a character has none.
  private static func syllables(of label: String, _ text: inout LabelText) -> String? {
    // Folded, so that Traditional characters are read as their Simplified ones and marks are gone.
    let folded = text.folded(label).filter { $0 >= 0x20 && $0 != 0x2C }
    var syllables: [String] = []
    for scalar in String(decoding: folded, as: UTF8.self).unicodeScalars where scalar != " " {
      if scalar.isASCII {
        syllables.append(String(scalar))
        continue
      }
      let readings = PinyinTable.standard.readings(of: scalar)
      guard !readings.isEmpty else { return nil }
      // A v is typed as u too, and read as one.
      let plain = readings.map { String($0.map { $0 == "v" ? "u" : $0 }) }
      syllables.append(([String(scalar)] + plain).joined(separator: ","))
    }
    return syllables.isEmpty ? nil : syllables.joined(separator: " ")
  }
}
