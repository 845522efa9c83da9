import GazetteConcepts
import GazetteDocument

extension ReferenceTagger {
  /// The mentions that count in a document: by passages, and by the headings of its sections.
  func mentions(
    in document: PolicyDocument
  ) -> (passages: [[ReferenceMention]], headings: [[ReferenceMention]]) {
    let spans = document.sections.indices.map { Self.headingSpan(ofSection: $0, in: document) }
    let passages = document.passages.map { candidates(at: $0.span, of: document) }
    let headings = spans.map { span in span.map { candidates(at: $0, of: document) } ?? [] }
    let places = spans.map { span in
      // The passage that follows, or the last one.
      document.passages.firstIndex { $0.span.start.byte >= span?.end.byte ?? 0 }
        ?? max(0, document.passages.count - 1)
    }
    let title = document.metadata.title.value.map { candidates(in: Array($0.utf8)) } ?? []

    var sure: [(field: Int, concept: Int, place: Int)] = []
    for (place, found) in Array(zip(passages.indices, passages)) + Array(zip(places, headings)) {
      for candidate in found where candidate.isSure {
        sure.append((field(of: candidate.concept), candidate.concept, place))
      }
    }
    let titleFields = title.filter(\.isSure).map { field(of: $0.concept) }
    func isCounted(_ candidate: Candidate, at place: Int) -> Bool {
      if candidate.isSure { return true }
      let field = field(of: candidate.concept)
      let own = sure.filter { $0.field == field }
      return own.contains { abs($0.place - place) <= 1 } || titleFields.contains(field)
        || own.count >= 3 && Set(own.map(\.concept)).count >= 2
    }
    func counted(_ candidates: [Candidate], at place: Int) -> [ReferenceMention] {
      Self.mentions(candidates.filter { isCounted($0, at: place) })
    }
    return (
      zip(passages.indices, passages).map { counted($1, at: $0) },
      zip(places, headings).map { counted($1, at: $0) }
    )
  }

  /// Where a heading stands that is no part of a passage; of the root the title, where it is no heading either.
  private static func headingSpan(ofSection section: Int, in document: PolicyDocument) -> TextSpan?
  {
    let root = document.metadata.title.evidence
    let span = section > 0 ? document.sections[section].headingSpan : root
    guard let span, !span.isEmpty, span.end.byte <= document.text.utf8.count else { return nil }
    let taken =
      document.passages.map(\.span.bytes)
      + (section > 0 ? [] : document.sections.compactMap { $0.headingSpan?.bytes })
    return taken.contains { $0.overlaps(span.bytes) } ? nil : span
  }

  /// What may be mentioned in a stretch of a document as it is read, as ranges of the source.
  private func candidates(at span: TextSpan, of document: PolicyDocument) -> [Candidate] {
    let reading = ReferenceReading(span.bytes, of: document)
    return candidates(in: reading.utf8).map { candidate in
      var moved = candidate
      moved.mention = candidate.mention.moved(to: reading.source(of: candidate.mention.range))
      return moved
    }
  }
}
