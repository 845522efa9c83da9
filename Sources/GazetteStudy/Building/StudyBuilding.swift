public import Gazette

/// Builds study packs from an index: what to teach, and where each sentence of it stands.
public struct StudyBuilding {
  let search: PolicySearch
  let language: StudyLanguage
  let extractor: MeasureExtractor
  let thesaurus: Thesaurus
  let words: StudyWords
  private let stored: StoredThesaurus?
  private let parallels: ParallelLookup
  private var records: [String: DocumentRecord] = [:]
  /// The documents of one text in several languages, by their common name.
  private var stems: [Substring: [DocumentSummary]] = [:]
  /// The sentences that a section has already.
  private var taught: Set<String> = []
  var omissions: [StudyPack.Omission] = []

  /// Prepares for an index.
  ///
  /// - Parameters:
  ///   - search: The index.
  ///   - language: The language of the packs.
  ///   - extractor: Finds the measures.
  /// - Throws: `IndexError` when the index is damaged.
  public init(
    _ search: PolicySearch, language: StudyLanguage, extractor: MeasureExtractor = .init()
  ) throws {
    self.search = search
    self.language = language
    self.extractor = extractor
    stored = try search.thesaurus()
    thesaurus = try stored?.thesaurus() ?? .empty
    words = StudyWords(isChinese: language.isChinese)
    parallels = ParallelLookup(search)
    for document in try search.documents() {
      stems[StudyBuilding.stem(document.id.name), default: []].append(document)
    }
  }

  /// Builds the pack of a subject.
  ///
  /// Costs some searches and reading the documents that answer; for a concept a walk over all documents.
  ///
  /// - Parameter subject: What it is to be about.
  /// - Returns: The pack; without sections where the corpus says nothing.
  /// - Throws: `LookupError` when there is no such concept or document, `IndexError` when the index is damaged.
  public mutating func pack(for subject: StudySubject) throws -> StudyPack {
    taught = []
    omissions = []
    switch subject {
    case .concept(let name): return try conceptPack(subject, concept(named: name))
    case .document(let name): return try documentPack(subject, search.document(named: name))
    case .query(let text): return try queryPack(subject, text)
    }
  }

  /// The query that keeps to the language of the pack.
  var filters: [String] {
    switch language {
    case .chinese, .both: ["lang:zh"]
    case .english: ["lang:en"]
    }
  }

  /// Whether a document is in the language of the pack.
  func isWanted(_ document: DocumentSummary) -> Bool {
    document.language.isChinese == language.isChinese
  }

  /// A concept by its id or a label.
  private func concept(named name: String) throws -> Concept {
    let found = try stored?.lookUp(name) ?? []
    guard let first = found.first else {
      throw LookupError.noConcept(name: name, nearest: try stored?.nearest(to: name) ?? [])
    }
    guard found.count == 1 else {
      throw LookupError.noConcept(name: name, nearest: found.map { thesaurus.concepts[$0].id })
    }
    return thesaurus.concepts[first]
  }

  // MARK: Statements

  /// The sentences that say what something is, or what is required of it; each only once in a pack.
  mutating func statements(
    on label: String, _ aspects: [QuestionAspect], limit: Int
  ) throws -> [StudyStatement] {
    var request = AnswerRequest(label)
    request.aspects = aspects
    request.limit = limit
    request.filters = filters
    let answer = try search.answer(to: request, by: extractor)
    return try answer.statements.flatMap { statement in
      try self.statements(statement.excerpts, measures: statement.measures)
    }
  }

  /// Takes sentences as statements; flagged ones are left out and noted, known ones passed over.
  mutating func statements(
    _ excerpts: [CitedExcerpt], measures: [MeasureRecord] = []
  ) throws -> [StudyStatement] {
    var found: [StudyStatement] = []
    for (place, excerpt) in excerpts.enumerated() {
      guard taught.insert("\(excerpt.document.id)#\(excerpt.path)").inserted else { continue }
      let flags = PassageFlag.allCases.filter(excerpt.flags.contains)
      guard flags.isEmpty else {
        omissions.append(StudyPack.Omission(excerpt: excerpt, flags: flags))
        continue
      }
      found.append(
        StudyStatement(
          excerpt: excerpt, translation: try translation(of: excerpt),
          measures: place == 0 ? measures : []))
    }
    return found
  }

  /// The sentence of a measure.
  mutating func excerpt(of measure: MeasureRecord) throws -> CitedExcerpt {
    let record = try record(named: measure.document.id.name)
    let passage = try record.citedPassage(at: measure.measure.passage)
    return CitedExcerpt(
      passage, sentence: passage.sentences.first { $0.id == measure.citation.id })
  }

  /// The sentence at a place of the corpus; `nil` for one in a heading.
  mutating func excerpt(at place: FormulaPlace) throws -> CitedExcerpt? {
    let record = try record(named: place.citation.document.id.name)
    guard let passage = try record.passage(around: place.span.bytes) else { return nil }
    let sentence = passage.sentences.first {
      $0.sentence.span.bytes.contains(place.span.start.byte)
    }
    return CitedExcerpt(passage, sentence: sentence)
  }

  mutating func record(named name: String) throws -> DocumentRecord {
    if let known = records[name] { return known }
    let record = try search.record(named: name)
    records[name] = record
    return record
  }

  // MARK: Translations

  /// What says the same in the other language; only for packs in both.
  private mutating func translation(of excerpt: CitedExcerpt) throws -> CitedExcerpt? {
    guard language == .both else { return nil }
    let own = excerpt.document
    let others = stems[StudyBuilding.stem(own.id.name)] ?? []
    for other in others where other.language.isChinese != own.language.isChinese {
      guard
        let partner = try parallels.partner(
          of: excerpt.passage.index, in: own.id, within: other.id)
          ?? figurePartner(of: excerpt.passage, in: other.id)
      else { continue }
      let passage = try record(named: other.id.name).citedPassage(at: partner)
      guard passage.passage.flags.isEmpty else { continue }
      // Sentence for sentence where both passages have as many, else the whole passage.
      let place = excerpt.sentence.flatMap { sentence in
        excerpt.passage.sentences.firstIndex { $0.id == sentence.id }
      }
      let isPaired = passage.sentences.count == excerpt.passage.sentences.count
      return CitedExcerpt(
        passage, sentence: place.flatMap { isPaired ? passage.sentences[$0] : nil })
    }
    return nil
  }

  /// The only passage of a document that has all the figures of a passage and no others: two at least, so that it is no chance.
  private mutating func figurePartner(
    of passage: CitedPassage, in other: PolicyDocument.ID
  ) throws -> Int? {
    let wanted = StudyBuilding.figures(of: passage)
    guard wanted.count > 1 else { return nil }
    let record = try record(named: other.name)
    var found: Int?
    for index in 0..<record.passageCount {
      guard StudyBuilding.figures(of: try record.citedPassage(at: index)) == wanted else {
        continue
      }
      guard found == nil else { return nil }
      found = index
    }
    return found
  }

  private static func figures(of passage: CitedPassage) -> Set<PassageFact> {
    PassageFact.facts(in: passage.text, isChinese: passage.passage.language.isChinese)
      .filter(\.isFigure)
  }

  /// A document's name without the language at its end.
  private static func stem(_ name: String) -> Substring {
    guard let dot = name.lastIndex(of: "."), name[dot...].utf8.count <= 8 else { return name[...] }
    return name[..<dot]
  }
}
