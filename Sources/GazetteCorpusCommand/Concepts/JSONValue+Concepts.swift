import Gazette

extension JSONValue {
  /// A concept as its thesaurus has it.
  init(concept: Concept) {
    let source = concept.firstSource.map { source in
      JSONValue.object([
        "document": JSONValue(source.document), "date": JSONValue(source.date),
        "confidence": JSONValue(source.confidence),
      ])
    }
    self = .object([
      "id": .string(concept.id), "kind": .string(concept.kind.rawValue),
      "broader": JSONValue(concept.broader),
      "labels": .array(concept.labels.map { JSONValue(label: $0) }),
      "not": .array(concept.negativeLabels.map { .string($0.text) }),
      "parts": .array(concept.parts.map { JSONValue(part: $0) }),
      "neighbours": .array(concept.neighbours.map { JSONValue(part: $0) }),
      "differsFrom": .array(concept.differsFrom.map(JSONValue.string)),
      "definition": .object(
        Dictionary(
          concept.definitions.map { ($0.key.tag, JSONValue.string($0.value)) },
          uniquingKeysWith: { first, _ in first })),
      "firstSource": source ?? .null, "note": JSONValue(concept.note),
      "file": JSONValue(concept.file.isEmpty ? nil : concept.file),
      "line": concept.line > 0 ? .integer(concept.line) : .null,
    ])
  }

  /// A label of a concept.
  init(label: ConceptLabel) {
    self = .object([
      "text": .string(label.text), "language": .string(label.language.tag),
      "status": .string(label.status.rawValue), "needsContext": .bool(label.needsContext),
      "source": JSONValue(label.source),
    ])
  }

  /// A part of a formula: an id or words.
  init(part: Concept.Part) {
    switch part {
    case .concept(let id): self = .object(["concept": .string(id), "label": .null])
    case .label(let words): self = .object(["concept": .null, "label": .string(words)])
    }
  }

  /// A passage in which something stands.
  init(place: FormulaPlace) {
    let citation = place.citation
    self = .object([
      "document": .string(citation.document.id.name), "passage": .string(citation.id.description),
      "path": .string(citation.path.description), "text": .string(place.text),
      "words": .string(place.words), "start": JSONValue(place.span.start),
      "end": JSONValue(place.span.end), "voice": JSONValue(citation.voice),
      "citation": .string(citation.full),
    ])
  }

  /// A fault of a thesaurus.
  init(finding: ThesaurusFinding) {
    self = .object([
      "kind": .string(finding.kind.rawValue),
      "severity": .string(finding.kind.severity.rawValue), "concept": .string(finding.concept),
      "subject": JSONValue(finding.subject),
      "others": .array(finding.others.map(JSONValue.string)), "count": .integer(finding.count),
      "file": .string(finding.file), "line": .integer(finding.line),
    ])
  }

  /// A rendering in a draft.
  init(finding: DraftFinding) {
    self = .object([
      "kind": .string(finding.kind.rawValue), "concept": .string(finding.concept),
      "label": JSONValue(label: finding.label), "proposal": JSONValue(finding.proposal),
      "line": .integer(finding.line), "column": .integer(finding.column),
      "words": .string(finding.place.words), "start": JSONValue(finding.place.span.start),
      "end": JSONValue(finding.place.span.end), "text": .string(finding.place.text),
      "path": .string(finding.place.citation.path.description),
      "renderings": .array(finding.renderings.map(JSONValue.string)),
      "quotation": .bool(finding.isQuotation),
      "missing": .array(finding.missing.map { JSONValue(part: $0) }),
    ])
  }

  /// What a thesaurus does not hold of a file.
  init(notice: ThesaurusImport.Notice) {
    self = .object([
      "kind": .string(notice.kind.rawValue), "concept": JSONValue(notice.concept),
      "value": .string(notice.value), "count": .integer(notice.count),
      "line": .integer(notice.line),
    ])
  }
}
