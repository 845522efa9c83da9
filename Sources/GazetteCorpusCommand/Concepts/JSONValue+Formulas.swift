import Gazette

extension JSONValue {
  /// The ledger of a formula.
  init(ledger: FormulaLedger) {
    self = .object([
      "concept": JSONValue(concept: ledger.concept), "count": .integer(ledger.count),
      "members": .array(ledger.members.map { JSONValue(member: $0) }),
      "neighbours": .array(ledger.neighbours.map { JSONValue(member: $0) }),
      "differsFrom": .array(ledger.differsFrom.map { JSONValue(member: $0) }),
      "broader": ledger.broader.map { JSONValue(member: $0) } ?? .null,
      "narrower": .array(ledger.narrower.map { JSONValue(member: $0) }),
      "renderings": .array(ledger.renderings.map { JSONValue(rendering: $0) }),
      "uses": .array(ledger.uses.map { JSONValue(use: $0) }),
      "firstUse": ledger.firstUse.map { JSONValue(use: $0) } ?? .null,
      "lastUse": ledger.lastUse.map { JSONValue(use: $0) } ?? .null,
      "laterDocuments": .integer(ledger.laterDocumentCount),
      "voices": .array(
        ledger.voices.map { voice in
          .object([
            "kind": .string(voice.kind.rawValue), "speaker": JSONValue(voice.speaker),
            "count": .integer(voice.count),
          ])
        }),
      "absentFrom": .array(ledger.absentFrom.map { .string($0.name) }),
      "gaps": .array(
        ledger.gaps.map { gap in
          .object([
            "scope": .string(gap.scope.rawValue), "place": JSONValue(place: gap.place),
            "explained": .array(gap.explained.map { JSONValue(part: $0) }),
            "missing": .array(gap.missing.map { JSONValue(part: $0) }),
          ])
        }),
    ])
  }

  private init(member: FormulaLedger.Member) {
    self = .object([
      "part": JSONValue(part: member.part), "count": .integer(member.count),
      "place": member.place.map { JSONValue(place: $0) } ?? .null,
    ])
  }

  private init(rendering: FormulaLedger.Rendering) {
    self = .object([
      "label": JSONValue(label: rendering.label), "count": .integer(rendering.count),
      "documents": .array(rendering.documents.map { JSONValue(count: $0) }),
      "forms": .array(
        rendering.forms.map {
          .object(["words": .string($0.words), "count": .integer($0.count)])
        }),
      "place": rendering.place.map { JSONValue(place: $0) } ?? .null,
    ])
  }

  private init(count: FormulaLedger.DocumentCount) {
    self = .object([
      "document": .string(count.document.name), "count": .integer(count.count),
    ])
  }

  private init(use: FormulaLedger.Use) {
    self = .object([
      "document": .string(use.document.id.name), "title": .string(use.document.displayTitle),
      "date": JSONValue(use.date?.description), "count": .integer(use.count),
    ])
  }

  /// The use of a formula over time.
  init(timeline: FormulaTimeline, of concept: Concept) {
    self = .object([
      "concept": .string(concept.id), "name": .string(timeline.name),
      "intervals": .array(
        timeline.intervals.map {
          .object([
            "start": .string($0.start.description), "end": .string($0.end.description),
            "count": .integer($0.count), "documents": .integer($0.documentCount),
          ])
        }),
      "undated": .object([
        "count": .integer(timeline.undatedCount),
        "documents": .integer(timeline.undatedDocumentCount),
      ]),
    ])
  }

  /// A formula that the thesaurus lacks.
  init(proposal: FormulaProposal) {
    self = .object([
      "words": .string(proposal.words), "pattern": .string(proposal.pattern.rawValue),
      "count": .integer(proposal.count), "quoted": .integer(proposal.quotedCount),
      "documents": .array(proposal.documents.map { JSONValue(count: $0) }),
      "place": JSONValue(place: proposal.place),
      "members": .array(proposal.members.map(JSONValue.string)),
      "membersPlace": proposal.membersPlace.map { JSONValue(place: $0) } ?? .null,
      "evidence": .integer(proposal.evidence),
      "known": .array(proposal.known.map(JSONValue.string)),
      "concept": JSONValue(concept: proposal.concept),
      "yaml": .string(ThesaurusSource([proposal.concept]).entries()),
    ])
  }
}
