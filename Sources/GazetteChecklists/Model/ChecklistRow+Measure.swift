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
      guard !measure.isOptional, measure.kind == .measure || measure.kind == .target else {
        return nil
      }
      return ChecklistRow(
        document, measure, id: id, citation: citation(measure.passage))
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
    func text(_ span: TextSpan) -> String {
      String(decoding: document.text.utf8[span.bytes], as: UTF8.self)
    }
    words = text(measure.span)
    sentence = text(document.sentences[measure.sentence].span)
    self.id = id.description
    task = words.collapsed
    let comma = document.passages[measure.passage].language.isChinese ? "、" : ", "
    func bodies(_ roles: Set<ResponsibleBody.Role>) -> String {
      var names: [String] = []
      for actor in measure.actors where roles.contains(actor.role) {
        guard let name = actor.span.map({ text($0).collapsed }), !name.isEmpty,
          !names.contains(name)
        else { continue }
        names.append(name)
      }
      return names.joined(separator: comma)
    }
    lead = bodies([.lead])
    responsible = bodies([.responsible, .overall, .carryingOut, .addressee])
    supporting = bodies([.joint, .supporting, .supervising])
    deadline = measure.deadline.spans.map { text($0).collapsed }.joined(separator: comma)
    date = ChecklistRow.lastDay(of: measure.deadline.value)?.description ?? ""
    indicator = measure.indicator.spans.map { text($0).collapsed }.joined(separator: comma)
    strength = measure.force.strength
    self.citation = citation
    self.document = document.id.name
    title = document.metadata.title.value ?? document.id.name
    written = document.metadata.date?.description ?? ""
    sha256 = document.sha256.description
    family = FamilyName.of(document.metadata, id: document.id)
    let source = document.metadata.source.value ?? ""
    link = source.hasPrefix("https://") || source.hasPrefix("http://") ? source : document.file
    var path = document.path(ofPassage: measure.passage)
    path.sentence = measure.sentence - document.passages[measure.passage].sentences.lowerBound + 1
    place = path.description
  }

  /// The day after which a measure is late: the last one of a point or a period.
  private static func lastDay(of deadline: Deadline?) -> CalendarDate? {
    guard let deadline else { return nil }
    switch deadline.form {
    case .point: return deadline.date
    case .period: return deadline.until
    case .start, .recurring, .window, .soft: return nil
    }
  }
}
