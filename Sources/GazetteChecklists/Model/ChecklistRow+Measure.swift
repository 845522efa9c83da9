public import GazetteDocument
public import GazetteMeasures

extension ChecklistRow {
  /// The rows of the measures of a document that checklists take: no principles, results or exhortation.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - measures: Measures of it.
  ///   - ids: Their ids, as many.
  ///   - citation: The citation of a passage, given as an index into the document's `passages`.
  /// - Returns: The rows in the order of the measures.
  public static func rows(
    of document: PolicyDocument, measures: [Measure], ids: [MeasureID],
    citation: (Int) -> String
  ) -> [ChecklistRow] {
    zip(measures, ids).compactMap { measure, id in
      guard MeasureFilter.isRow(measure) else { return nil }
      return ChecklistRow(document, measure, id: id, citation: citation(measure.passage))
    }
  }

  /// The row of one measure.
  ///
  /// - Parameters:
  ///   - document: The document that states it.
  ///   - measure: The measure.
  ///   - id: Its id.
  ///   - citation: The citation of its passage in full.
  public init(_ document: PolicyDocument, _ measure: Measure, id: MeasureID, citation: String) {
    let fields = MeasureWords(of: measure, in: document)
    let passage = document.passages[measure.passage]
    let sentence = document.sentences[measure.sentence].span
    var path = document.path(ofPassage: measure.passage)
    path.sentence = measure.sentence - passage.sentences.lowerBound + 1
    self.init(
      DocumentSummary(document), measure, fields, id: id, citation: citation,
      place: path.description, isChinese: passage.language.isChinese)
    self.sentence = String(decoding: document.text.utf8[sentence.bytes], as: UTF8.self)
    words = String(decoding: document.text.utf8[measure.span.bytes], as: UTF8.self)
  }

  /// The row of a measure of an index.
  ///
  /// - Parameters:
  ///   - record: The measure with its words and its citation.
  ///   - inChinese: Whether the words around the source's own ones in the citation are Chinese.
  public init(_ record: MeasureRecord, inChinese: Bool) {
    self.init(
      record.document, record.measure, record.words, id: record.id,
      citation: record.citation.full(inChinese: inChinese),
      place: record.citation.path.description,
      isChinese: record.document.language.isChinese)
    sentence = record.sentence
    words = record.words.text
  }

  private init(
    _ document: DocumentSummary, _ measure: Measure, _ fields: MeasureWords, id: MeasureID,
    citation: String, place: String, isChinese: Bool
  ) {
    self.id = id.description
    task = fields.text
    let comma = isChinese ? "、" : ", "
    func bodies(_ roles: Set<ResponsibleBody.Role>) -> String {
      var names: [String] = []
      for (actor, name) in zip(measure.actors, fields.actors) where roles.contains(actor.role) {
        if let name, !name.isEmpty, !names.contains(name) { names.append(name) }
      }
      return names.joined(separator: comma)
    }
    lead = bodies([.lead])
    responsible = bodies([.responsible, .overall, .carryingOut, .addressee])
    supporting = bodies([.joint, .supporting, .supervising])
    deadline = fields.deadline ?? ""
    let day = measure.deadline.value?.lastDayNumber
    date =
      day.flatMap { CalendarDate(year: $0 / 10_000, month: $0 / 100 % 100, day: $0 % 100) }?
      .description ?? ""
    indicator = fields.indicators.joined(separator: comma)
    strength = measure.force.strength
    self.citation = citation
    self.document = document.id.name
    title = document.displayTitle
    written = document.metadata.date?.description ?? ""
    sha256 = document.sha256.description
    family = FamilyName.of(document.metadata, id: document.id)
    let source = document.metadata.source.value ?? ""
    link = source.hasPrefix("https://") || source.hasPrefix("http://") ? source : document.file
    self.place = place
  }
}
