import GazetteDocument
public import GazetteMeasures

extension JSONValue {
  /// A measure with how far it is carried out, and by what.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - coverage: The comparison that it is of.
  public init(_ row: Coverage.Row, in coverage: Coverage) {
    self = .object([
      "verdict": .string(row.verdict.rawValue),
      "measure": JSONValue(quoting: coverage.sources[row.source]),
      "pairs": .array(row.pairs.map { JSONValue($0, in: coverage) }),
    ])
  }

  /// A pair of measures with both quotations.
  private init(_ pair: Coverage.Pair, in coverage: Coverage) {
    self = .object([
      "verdict": .string(pair.verdict.rawValue), "status": .string(pair.status.rawValue),
      "likeness": .number((pair.likeness * 1_000).rounded() / 1_000),
      "measure": JSONValue(quoting: coverage.targets[pair.target]),
      "differences": .array(pair.differences.map { JSONValue($0) }),
      "sharedFields": .array(pair.sharedFields.map { .string($0.rawValue) }),
      "missingFields": .array(pair.missingFields.map { .string($0.rawValue) }),
    ])
  }

  /// A measure as it is quoted beside another.
  public init(quoting record: MeasureRecord) {
    self = .object([
      "id": .string(record.id.description), "document": .string(record.document.id.name),
      "date": JSONValue(record.document.metadata.date?.description),
      "path": .string(record.citation.path.description), "text": .string(record.words.text),
      "sentence": .string(record.citation.id.description),
      "sentenceText": .string(record.sentence), "citation": .string(record.citation.full),
      "strength": .integer(record.measure.force.strength),
    ])
  }

  /// A requirement over documents.
  public init(_ trace: MeasureTrace) {
    self = .object([
      "changed": .bool(trace.hasChanges),
      "steps": .array(
        trace.steps.map { step in
          .object([
            "measure": JSONValue(quoting: step.record),
            "likeness": .number((step.likeness * 1_000).rounded() / 1_000),
            "changes": .array(step.changes.map { JSONValue($0) }),
          ])
        }),
    ])
  }
}
