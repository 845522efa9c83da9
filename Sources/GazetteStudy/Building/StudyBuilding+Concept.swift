import Gazette

extension StudyBuilding {
  /// The most requirements of a pack beside those on the parts of its formula.
  private static let requirementLimit = 20
  /// The most sentences of speeches.
  private static let speechLimit = 5
  /// The most documents on a timeline.
  private static let dateLimit = 40

  /// The pack of a formula or a term.
  mutating func conceptPack(_ subject: StudySubject, _ concept: Concept) throws -> StudyPack {
    let label = concept.label(in: labelLanguage)
    var sections: [StudySection] = []
    func add(_ heading: String, _ statements: [StudyStatement]) {
      if !statements.isEmpty {
        sections.append(StudySection(heading: heading, statements: statements))
      }
    }
    add(words("section.definition"), try statements(on: label, [.definition], limit: 1))
    for part in concept.parts {
      let name = self.name(of: part)
      add(name, try statements(on: name, [.definition, .requirement], limit: 2))
    }
    add(words("section.requirements"), try requirements(of: concept))
    add(words("section.speeches"), try speeches(on: concept))
    let others = concept.neighbours + concept.differsFrom.map { Concept.Part.concept($0) }
    for part in others {
      let name = self.name(of: part)
      add(
        words("section.neighbours") + words.colon + name,
        try statements(on: name, [.definition, .source], limit: 1))
    }
    let related =
      [concept]
      + (concept.parts + others).compactMap { part in
        if case .concept(let id) = part { thesaurus[id] } else { nil }
      }
    let ledgers = try ledgers(of: related)
    var pack = StudyPack(
      subject: subject, title: label, language: language, revision: search.revision,
      sections: sections, terms: try ledgers.map { try term($0) },
      dates: try dates(of: ledgers.first, concept), omissions: omissions)
    pack.cards = try cards(of: pack, on: concept)
    pack.quiz = try quiz(of: pack, on: concept)
    return pack
  }

  /// The language of the labels that the pack uses.
  var labelLanguage: Language { language.isChinese ? .simplifiedChinese : .english }

  /// What a part is called.
  func name(of part: Concept.Part) -> String {
    switch part {
    case .concept(let id): thesaurus[id]?.label(in: labelLanguage) ?? id
    case .label(let text): text
    }
  }

  /// The most binding requirements that mention a concept or what lies below it.
  private mutating func requirements(of concept: Concept) throws -> [StudyStatement] {
    var selection = MeasureSelection()
    selection.concepts = [concept.id]
    let records = try search.measures(selection, by: extractor).filter { isWanted($0.document) }
    var order: [String] = []
    var bySentence: [String: [MeasureRecord]] = [:]
    for record in records {
      let key = "\(record.document.id)#\(record.citation.path)"
      if bySentence[key] == nil { order.append(key) }
      bySentence[key, default: []].append(record)
    }
    let sorted = order.enumerated().sorted { left, right in
      func rank(_ key: String) -> (Int, Int) {
        let own = bySentence[key] ?? []
        return (
          own.first?.voice.kind == .policy ? 0 : 1, -(own.map(\.measure.force.strength).max() ?? 0)
        )
      }
      let (first, second) = (rank(left.element), rank(right.element))
      return first != second ? first < second : left.offset < right.offset
    }
    var found: [StudyStatement] = []
    for (_, key) in sorted where found.count < Self.requirementLimit {
      guard let own = bySentence[key], let first = own.first else { continue }
      found += try statements([try excerpt(of: first)], measures: own)
    }
    return found
  }

  private mutating func speeches(on concept: Concept) throws -> [StudyStatement] {
    var request = SearchRequest("tag:\(concept.id) voice:leader-speech")
    request.limit = Self.speechLimit * 2
    request.filters = filters
    request.foldsAlike = true
    var found: [StudyStatement] = []
    for hit in try search.search(request).hits where found.count < Self.speechLimit {
      guard let line = hit.snippet.lines.first else { continue }
      found += try statements([CitedExcerpt(hit.passage, sentence: line.sentence)])
    }
    return found
  }

  // MARK: Terms and dates

  /// The ledgers of some concepts, in one walk over the documents.
  func ledgers(of concepts: [Concept]) throws -> [FormulaLedger] {
    var tallies = concepts.compactMap { FormulaTally(of: $0.id, in: thesaurus) }
    try search.forEachDocument(taggedBy: thesaurus) { document, mentions in
      let tagged = TaggedDocument(document, mentions: mentions)
      for place in tallies.indices { tallies[place].add(tagged) }
    }
    return tallies.map { $0.finished() }
  }

  /// A term with the sentences that show its renderings.
  mutating func term(_ ledger: FormulaLedger) throws -> StudyTerm {
    var renderings: [StudyTerm.Rendering] = []
    for rendering in ledger.renderings where rendering.label.status != .hidden {
      var shown: CitedExcerpt?
      if let place = rendering.place { shown = try excerpt(at: place) }
      renderings.append(
        StudyTerm.Rendering(
          label: rendering.label,
          excerpt: shown.flatMap { $0.flags.isEmpty ? $0 : nil }))
    }
    for label in ledger.concept.labels where label.status == .preferred {
      if !renderings.contains(where: { $0.label.text == label.text }) {
        renderings.append(StudyTerm.Rendering(label: label, excerpt: nil))
      }
    }
    let rank: [ConceptLabel.Status: Int] = [.preferred: 0, .alias: 1, .hidden: 2, .broken: 3]
    let sorted = renderings.enumerated().sorted { left, right in
      let first = rank[left.element.label.status] ?? 0
      let second = rank[right.element.label.status] ?? 0
      return first != second ? first < second : left.offset < right.offset
    }
    return StudyTerm(concept: ledger.concept, renderings: sorted.map(\.element))
  }

  /// The dated documents that use a formula, each with a sentence of it.
  private mutating func dates(
    of ledger: FormulaLedger?, _ concept: Concept
  ) throws -> [StudyDate] {
    var found: [StudyDate] = []
    for use in (ledger?.uses ?? []) where found.count < Self.dateLimit {
      guard let date = use.date, language == .both || isWanted(use.document) else { continue }
      var request = SearchRequest("tag:=\(concept.id) doc:\"\(use.document.id.name)\"")
      request.limit = 1
      guard let hit = try search.search(request).hits.first,
        hit.passage.document.id == use.document.id, let line = hit.snippet.lines.first,
        hit.passage.flags(of: line.sentence).isEmpty
      else { continue }
      found.append(
        StudyDate(
          date: date, text: use.document.displayTitle,
          excerpt: CitedExcerpt(hit.passage, sentence: line.sentence)))
    }
    return found
  }
}

extension StudyWords {
  /// What stands between a heading and a name.
  var colon: String { isChinese ? "：" : ": " }
}
