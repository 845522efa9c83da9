import Gazette

extension StudyBuilding {
  /// The most statements of one section of a document.
  private static let sectionLimit = 8
  /// The most terms of a glossary that is not a formula's.
  private static let termLimit = 12
  /// The most passages of a pack on a query.
  private static let hitLimit = 30

  /// The pack of a document: its sections with what they require.
  mutating func documentPack(
    _ subject: StudySubject, _ document: PolicyDocument
  ) throws -> StudyPack {
    var selection = MeasureSelection()
    selection.documents = [document.id.name]
    let records = try search.measures(selection, by: extractor)
    var sections: [StudySection] = []
    for section in Self.parts(of: document) {
      let passages = document.passages.indices.filter {
        Self.lies(document.passages[$0].section, in: section, of: document)
      }
      var found: [StudyStatement] = []
      let own = Dictionary(grouping: records, by: \.measure.sentence)
      for passage in passages {
        for row in document.passages[passage].sentences where found.count < Self.sectionLimit {
          guard let measures = own[row], let first = measures.first else { continue }
          found += try statements([try excerpt(of: first)], measures: measures)
        }
      }
      if found.isEmpty, let first = passages.first {
        let passage = try record(named: document.id.name).citedPassage(at: first)
        found = try statements([CitedExcerpt(passage, sentence: passage.sentences.first)])
      }
      let heading = document.sections[section].numberedHeading
      if !found.isEmpty {
        sections.append(
          StudySection(
            heading: section == 0 ? DocumentSummary(document).displayTitle : heading,
            statements: found))
      }
    }
    var counts: [String: Int] = [:]
    try search.forEachDocument(taggedBy: thesaurus, where: { $0 == document.id }) {
      _, _, mentions in
      for mention in mentions.all where !mention.isPart { counts[mention.concept, default: 0] += 1 }
    }
    var dates: [StudyDate] = []
    for record in records {
      guard let day = record.measure.deadline.value?.date, let words = record.words.deadline else {
        continue
      }
      let excerpt = try excerpt(of: record)
      guard excerpt.flags.isEmpty else { continue }
      dates.append(StudyDate(date: day, text: words, excerpt: excerpt))
    }
    return try finished(
      StudyPack(
        subject: subject, title: DocumentSummary(document).displayTitle, language: language,
        revision: search.revision, sections: sections, terms: try terms(by: counts),
        dates: Self.sorted(dates), omissions: omissions))
  }

  /// The pack of a query: what it finds, document by document in the order of their dates.
  mutating func queryPack(_ subject: StudySubject, _ text: String) throws -> StudyPack {
    var request = SearchRequest(text)
    request.limit = Self.hitLimit
    request.filters = filters
    request.foldsAlike = true
    let results = try search.search(request)
    var order: [PolicyDocument.ID] = []
    var hits: [PolicyDocument.ID: [PolicyHit]] = [:]
    for hit in results.hits where !results.isPartial {
      let id = hit.passage.document.id
      if hits[id] == nil { order.append(id) }
      hits[id, default: []].append(hit)
    }
    var sections: [StudySection] = []
    var dates: [StudyDate] = []
    var counts: [String: Int] = [:]
    for id in order {
      var selection = MeasureSelection()
      selection.documents = [id.name]
      let records = try search.measures(selection, by: extractor)
      var found: [StudyStatement] = []
      for hit in hits[id] ?? [] {
        for match in hit.matches {
          if let concept = match.concept { counts[concept, default: 0] += 1 }
        }
        guard let line = hit.snippet.lines.first else { continue }
        let own = records.filter { $0.citation.id == line.sentence.id }
        found += try statements(
          [CitedExcerpt(hit.passage, sentence: line.sentence)], measures: own)
      }
      guard let first = found.first else { continue }
      let document = first.excerpt.document
      sections.append(StudySection(heading: document.displayTitle, statements: found))
      if let date = document.metadata.date {
        dates.append(StudyDate(date: date, text: document.displayTitle, excerpt: first.excerpt))
      }
    }
    return try finished(
      StudyPack(
        subject: subject, title: text, language: language, revision: search.revision,
        sections: sections, terms: try terms(by: counts), dates: Self.sorted(dates),
        omissions: omissions))
  }

  private mutating func finished(_ pack: StudyPack) throws -> StudyPack {
    var pack = pack
    pack.cards = try cards(of: pack, on: nil)
    pack.quiz = try quiz(of: pack, on: nil)
    return pack
  }

  /// The most frequent concepts as terms.
  private mutating func terms(by counts: [String: Int]) throws -> [StudyTerm] {
    let ids = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.termLimit)
    let concepts = ids.compactMap { thesaurus[$0.key] }
    guard !concepts.isEmpty else { return [] }
    return try ledgers(of: concepts).map { try term($0) }
  }

  private static func sorted(_ dates: [StudyDate]) -> [StudyDate] {
    dates.enumerated().sorted {
      ($0.element.date.firstDayNumber, $0.offset) < ($1.element.date.firstDayNumber, $1.offset)
    }.map(\.element)
  }

  // MARK: The outline of a document

  /// The sections by which a document is taught: those directly below the root, or below its only one.
  private static func parts(of document: PolicyDocument) -> [Int] {
    var top = 0
    while true {
      let children = document.sections.indices.filter { document.sections[$0].parent == top }
      guard let only = children.first, children.count == 1 else {
        return [top] + children
      }
      guard !document.passages.contains(where: { $0.section == top }) else { return [top, only] }
      top = only
    }
  }

  /// Whether a section is another or lies below it; what stands before the first heading belongs to the root alone.
  private static func lies(_ section: Int, in other: Int, of document: PolicyDocument) -> Bool {
    let hasParts = document.sections.contains { $0.parent == other }
    if hasParts, parts(of: document).first == other { return section == other }
    var current: Int? = section
    while let found = current {
      if found == other { return true }
      current = document.sections[found].parent
    }
    return false
  }
}
