public import GazetteDocument
public import GazetteMeasures

extension JSONValue {
  /// A measure with the state of each field, its concepts and what it refers to.
  public init(_ record: MeasureRecord) {
    let measure = record.measure
    let words = record.words
    self = .object([
      "id": .string(record.id.description), "document": .string(record.document.id.name),
      "title": .string(record.document.displayTitle),
      "date": JSONValue(record.document.metadata.date?.description),
      "passage": .string(record.passage.description),
      "sentence": .string(record.citation.id.description),
      "path": .string(record.citation.path.description),
      "start": JSONValue(measure.span.start), "end": JSONValue(measure.span.end),
      "text": .string(words.text), "sentenceText": .string(record.sentence),
      "citation": .string(record.citation.full), "voice": JSONValue(record.voice),
      "flags": .array(record.citation.flags.map(\.rawValue).sorted().map(JSONValue.string)),
      "kind": .string(measure.kind.rawValue), "optional": .bool(measure.isOptional),
      "strength": .integer(measure.force.strength),
      "polarity": .string(measure.force.polarity.rawValue),
      "reported": .bool(measure.isReported), "speaker": JSONValue(words.speaker),
      "action": JSONValue(
        measure.action, [words.action].compactMap { $0 },
        ["group": JSONValue(measure.action.value?.rawValue)]),
      "object": JSONValue(
        state: measure.objects.isEmpty ? .notStated : .stated, words.objects, measure.objects),
      "objects": .array(
        zip(measure.objects, words.objects).map { span, text in
          .object(["text": .string(text), "spans": .array([JSONValue(span)])])
        }),
      "modality": JSONValue(
        measure.modality, [words.modality].compactMap { $0 },
        ["inherited": .bool(measure.modality.state == .inherited)]),
      "actors": .array(
        zip(measure.actors, words.actors).map { actor, name in
          JSONValue(
            state: actor.state, [name].compactMap { $0 }, actor.span.map { [$0] } ?? [],
            ["role": .string(actor.role.rawValue)])
        }),
      "deadline": JSONValue(
        measure.deadline, [words.deadline].compactMap { $0 },
        [
          "normalised": JSONValue(measure.deadline.value?.normalised),
          "type": JSONValue(measure.deadline.value?.form.rawValue),
          "relative": .bool(measure.deadline.value?.isRelative ?? false),
        ]),
      "indicator": JSONValue(
        measure.indicator, words.indicators,
        [
          "comparator": JSONValue(measure.indicator.value?.comparator.rawValue),
          "value": JSONValue(measure.indicator.value?.value),
          "unit": JSONValue(measure.indicator.value?.unit),
        ]),
      "concepts": .array(record.concepts.map(JSONValue.string)),
      "headingConcepts": .array(record.headingConcepts.map(JSONValue.string)),
      "references": .array(record.references.map { JSONValue($0) }),
    ])
  }

  /// A field of a measure with what is known of its value.
  private init<Value>(
    _ field: MeasureField<Value>, _ words: [String], _ more: [String: JSONValue] = [:]
  ) {
    self.init(state: field.state, words, field.spans, more)
  }

  /// `{"state":…,"text":…,"start":{},"end":{},"spans":[…]}` and what else is known.
  private init(
    state: FieldState, _ words: [String], _ spans: [TextSpan], _ more: [String: JSONValue] = [:]
  ) {
    var object = more
    object["state"] = .string(state.rawValue)
    object["text"] = words.isEmpty ? .null : .string(words.joined(separator: " … "))
    object["start"] = spans.first.map { JSONValue($0.start) } ?? .null
    object["end"] = spans.first.map { JSONValue($0.end) } ?? .null
    object["spans"] = .array(spans.map { JSONValue($0) })
    self = .object(object)
  }

  /// What a measure refers to.
  private init(_ reference: CrossReference) {
    self = .object([
      "text": .string(reference.text), "start": JSONValue(reference.span.start),
      "end": JSONValue(reference.span.end), "title": JSONValue(reference.title),
      "number": JSONValue(reference.number?.description),
      "place": JSONValue(reference.place?.description),
      "kind": JSONValue(reference.relation?.kind.rawValue),
      "documents": .array(reference.documents.map { .string($0.name) }),
      "paths": .array(reference.paths.map { .string($0.description) }),
      "resolved": .bool(reference.isResolved),
    ])
  }

  /// The rules and words by which a measure was found.
  ///
  /// - Parameters:
  ///   - record: The measure.
  ///   - text: The source text of its document.
  public init(cuesOf record: MeasureRecord, in text: SourceText) {
    self = .array(
      record.measure.cues.map { cue in
        .object([
          "rule": .string(cue.rule.rawValue),
          "text": JSONValue(cue.span.map { text.string(in: $0) }),
          "start": cue.span.map { JSONValue($0.start) } ?? .null,
          "end": cue.span.map { JSONValue($0.end) } ?? .null,
        ])
      })
  }

  /// One way in which a measure differs from another.
  public init(_ difference: MeasureDifference) {
    self = .object([
      "kind": .string(difference.kind.rawValue),
      "direction": .string(difference.direction.rawValue),
      "before": JSONValue(difference.before), "after": JSONValue(difference.after),
    ])
  }
}
