import GazetteConcepts
import GazetteDocument

/// Makes a thesaurus of the statements of a SKOS file, of ours or of another's.
struct SKOSReader {
  private let file: String
  private let subjects: [RDFTerm: [RDFTriple]]
  /// The concepts in the order of the file.
  private var order: [RDFTerm] = []
  private var lines: [RDFTerm: Int] = [:]
  private var ids: [RDFTerm: String] = [:]
  private var notices: [ThesaurusImport.Notice] = []
  private var unknown: [String: (count: Int, line: Int)] = [:]
  /// For each concept those that the file says are above it, by `narrower` and its like.
  private var above: [RDFTerm: [RDFTerm]] = [:]

  private static let labelNames: Set<String> = ["prefLabel", "altLabel", "hiddenLabel"]

  static func read(_ triples: [RDFTriple], file: String) -> ThesaurusImport {
    var reader = SKOSReader(triples, file: file)
    let concepts = reader.order.map { reader.concept($0) }
    let unknown = reader.unknown.map { name, seen in
      ThesaurusImport.Notice(
        kind: .unknownProperty, concept: nil, value: name, count: seen.count, line: seen.line)
    }
    let notices = (reader.notices + unknown).sorted { ($0.line, $0.value) < ($1.line, $1.value) }
    return ThesaurusImport(thesaurus: Thesaurus(concepts: concepts), notices: notices)
  }

  private init(_ triples: [RDFTriple], file: String) {
    self.file = file
    subjects = Dictionary(grouping: triples, by: \.subject)
    for triple in triples {
      var term: RDFTerm?
      let local = Self.local(triple.predicate, of: RDFName.skos)
      if triple.predicate == RDFName.type, triple.object == .iri(RDFName.skos + "Concept") {
        term = triple.subject
      } else if let local, Self.labelNames.contains(local) || local == "broader" {
        // A scheme may have labels too.
        let types = (subjects[triple.subject] ?? []).filter { $0.predicate == RDFName.type }
        if types.isEmpty { term = triple.subject }
      }
      if let term, lines[term] == nil {
        lines[term] = triple.line
        order.append(term)
      }
      if local == "narrower" { above[triple.object, default: []].append(triple.subject) }
    }
    nameConcepts()
  }

  private static func local(_ iri: String, of vocabulary: String) -> String? {
    iri.hasPrefix(vocabulary) ? String(iri.dropFirst(vocabulary.count)) : nil
  }

  // MARK: Names

  private mutating func nameConcepts() {
    var taken: Set<String> = []
    for term in order {
      let own: String
      switch term {
      case .iri(let iri): own = Self.lastPart(of: iri)
      case .blank, .literal: own = ""
      }
      var id = Self.kebab(own)
      if id.isEmpty { id = Self.kebab(englishLabel(of: term) ?? "") }
      if id.isEmpty { id = "concept" }
      var free = id
      var number = 2
      while !taken.insert(free).inserted {
        free = "\(id)-\(number)"
        number += 1
      }
      ids[term] = free
      if free != own {
        notices.append(
          ThesaurusImport.Notice(
            kind: .renamed, concept: free, value: Self.text(of: term), count: 1,
            line: lines[term] ?? 1))
      }
    }
  }

  private func englishLabel(of term: RDFTerm) -> String? {
    for triple in subjects[term] ?? [] where triple.predicate == RDFName.skos + "prefLabel" {
      if case .literal(let words, let language) = triple.object,
        language == nil || language?.lowercased().hasPrefix("en") == true
      {
        return words
      }
    }
    return nil
  }

  private static func text(of term: RDFTerm) -> String {
    switch term {
    case .iri(let iri): iri
    case .blank(let name): "_:" + name
    case .literal(let words, _): words
    }
  }

  private static func lastPart(of iri: String) -> String {
    let trimmed = iri.last == "/" || iri.last == "#" ? iri.dropLast() : iri[...]
    return String(trimmed.split { $0 == "/" || $0 == "#" || $0 == ":" }.last ?? "")
  }

  /// Letters and digits of ASCII in lower case, single hyphens between them; a capital inside a word begins a new one.
  static func kebab(_ words: String) -> String {
    var id: [UInt8] = []
    var wasLower = false
    for byte in words.utf8 {
      let isUpper = byte &- 0x41 < 26
      let isWord = isUpper || byte &- 0x61 < 26 || byte &- 0x30 < 10
      if !isWord || isUpper && wasLower, let last = id.last, last != 0x2D { id.append(0x2D) }
      if isWord { id.append(isUpper ? byte | 0x20 : byte) }
      wasLower = byte &- 0x61 < 26
    }
    while id.last == 0x2D { id.removeLast() }
    return String(decoding: id, as: UTF8.self)
  }

  // MARK: Concepts

  private mutating func concept(_ term: RDFTerm) -> Concept {
    let line = lines[term] ?? 1
    var concept = Concept(id: ids[term] ?? "concept", file: file, line: line)
    var marks = LabelMarks()
    var broader: [(RDFTerm, Int)] = []
    var partitive: [Concept.Part] = []
    var related: [Concept.Part] = []
    for triple in subjects[term] ?? [] {
      if let name = Self.local(triple.predicate, of: RDFName.skos) {
        switch name {
        case "prefLabel": add(triple, .preferred, to: &concept)
        case "altLabel": add(triple, .alias, to: &concept)
        case "hiddenLabel": add(triple, .hidden, to: &concept)
        case "broader": broader.append((triple.object, triple.line))
        case "related": related += [part(triple.object)].compactMap { $0 }
        case "definition": define(triple, &concept)
        case "note", "scopeNote", "editorialNote", "historyNote", "changeNote", "example":
          note(triple, &concept)
        case "narrower", "inScheme", "topConceptOf": break
        default: pass(triple)
        }
      } else if let name = Self.local(triple.predicate, of: RDFName.skosxl),
        let status = [
          "prefLabel": ConceptLabel.Status.preferred, "altLabel": .alias,
          "hiddenLabel": .hidden,
        ][name]
      {
        for form in subjects[triple.object] ?? []
        where form.predicate == RDFName.skosxl + "literalForm" {
          add(form, status, to: &concept)
        }
      } else if let name = Self.local(triple.predicate, of: RDFName.gazette) {
        readOwn(name, triple, &concept, &marks)
      } else if triple.predicate == RDFName.iso + "narrowerPartitive"
        || triple.predicate == RDFName.terms + "hasPart"
      {
        partitive += [part(triple.object)].compactMap { $0 }
      } else if triple.predicate != RDFName.type {
        pass(triple)
      }
    }
    for other in above[term] ?? [] { broader.append((other, line)) }
    setBroader(broader, &concept)
    if concept.parts.isEmpty { concept.parts = partitive }
    if concept.neighbours.isEmpty { concept.neighbours = related }
    marks.apply(to: &concept)
    if concept.labels.isEmpty {
      notices.append(
        ThesaurusImport.Notice(
          kind: .unlabelled, concept: concept.id, value: Self.text(of: term), count: 1,
          line: line))
    }
    return concept
  }

  private mutating func setBroader(_ found: [(RDFTerm, Int)], _ concept: inout Concept) {
    for (term, line) in found {
      let id = ids[term] ?? Self.kebab(Self.lastPart(of: Self.text(of: term)))
      if concept.broader == nil {
        concept.broader = id
      } else if concept.broader != id {
        notices.append(
          ThesaurusImport.Notice(
            kind: .furtherBroader, concept: concept.id, value: id, count: 1, line: line))
      }
    }
  }

  /// Notes a statement that a thesaurus has no place for.
  private mutating func pass(_ triple: RDFTriple) {
    unknown[triple.predicate, default: (0, triple.line)].count += 1
  }

  private func part(_ term: RDFTerm) -> Concept.Part? {
    switch term {
    case .literal(let words, _): .label(words)
    case .iri(let iri): .concept(ids[term] ?? Self.kebab(Self.lastPart(of: iri)))
    case .blank: ids[term].map { .concept($0) }
    }
  }

  private mutating func add(
    _ triple: RDFTriple, _ status: ConceptLabel.Status, to concept: inout Concept
  ) {
    guard case .literal(let words, let tag) = triple.object else { return pass(triple) }
    concept.labels.append(
      ConceptLabel(
        words, language: LabelMarks.language(tag, of: words), status: status, line: triple.line))
  }

  private mutating func define(_ triple: RDFTriple, _ concept: inout Concept) {
    guard case .literal(let words, let tag) = triple.object else { return pass(triple) }
    let language = LabelMarks.language(tag, of: words)
    concept.definitions[language] =
      concept.definitions[language].map { $0 + "\n" + words } ?? words
  }

  private mutating func note(_ triple: RDFTriple, _ concept: inout Concept) {
    guard case .literal(let words, _) = triple.object else { return pass(triple) }
    concept.note = concept.note.map { $0 + "\n" + words } ?? words
  }

  // MARK: Our own words

  private mutating func readOwn(
    _ name: String, _ triple: RDFTriple, _ concept: inout Concept, _ marks: inout LabelMarks
  ) {
    switch (name, triple.object) {
    case ("kind", .literal(let word, _)):
      if let kind = Concept.Kind(rawValue: word) {
        concept.kind = kind
      } else {
        notices.append(
          ThesaurusImport.Notice(
            kind: .unknownKind, concept: concept.id, value: word, count: 1, line: triple.line))
      }
    case ("parts", let list): concept.parts = items(of: list).compactMap { part($0) }
    case ("neighbours", let list): concept.neighbours = items(of: list).compactMap { part($0) }
    case ("differsFrom", let other):
      if case .concept(let id)? = part(other) { concept.differsFrom.append(id) }
    case ("brokenLabel", .literal): marks.broken.insert(triple.object)
    case ("contextLabel", .literal): marks.inContext.insert(triple.object)
    case ("preferredLabel", .literal): marks.preferred.insert(triple.object)
    case ("labelSource", let node):
      if let label = value(RDFName.gazette + "label", of: node),
        case .literal(let source, _)? = value(RDFName.terms + "source", of: node)
      {
        marks.sources[label] = source
      }
    case ("negativeLabel", .literal(let words, let tag)):
      concept.negativeLabels.append(
        ConceptLabel(
          words, language: LabelMarks.language(tag, of: words), status: .hidden,
          line: triple.line))
    case ("firstSource", let node):
      func words(_ name: String) -> String? {
        guard case .literal(let words, _)? = value(name, of: node) else { return nil }
        return words
      }
      concept.firstSource = Concept.Source(
        document: words(RDFName.terms + "bibliographicCitation"),
        date: words(RDFName.terms + "date"), confidence: words(RDFName.gazette + "confidence"))
    default: pass(triple)
    }
  }

  private func value(_ name: String, of node: RDFTerm) -> RDFTerm? {
    subjects[node]?.first { $0.predicate == name }?.object
  }

  /// The items of a list; ends where the list bites its tail.
  private func items(of list: RDFTerm) -> [RDFTerm] {
    var items: [RDFTerm] = []
    var seen: Set<RDFTerm> = []
    var node = list
    while node != .iri(RDFName.nil), seen.insert(node).inserted {
      if let item = value(RDFName.first, of: node) { items.append(item) }
      guard let rest = value(RDFName.rest, of: node) else { break }
      node = rest
    }
    return items
  }
}
