import GazetteDocument
public import GazetteMeasures

extension JSONValue {
  /// A body with what it has to do.
  ///
  /// - Parameters:
  ///   - body: The body.
  ///   - map: The map that it is of.
  public init(_ body: ResponsibilityMap.Body, in map: ResponsibilityMap) {
    self = .object([
      "body": .string(body.name),
      "levels": .array(body.levels.map { .string($0.rawValue) }),
      "measures": .array(
        body.tasks.map { task in
          let record = map.records[task.record]
          return .object([
            "id": .string(record.id.description), "role": .string(task.role.rawValue),
            "state": .string(task.state.rawValue), "text": .string(record.words.text),
            "document": .string(record.document.id.name),
            "path": .string(record.citation.path.description),
            "deadline": JSONValue(record.words.deadline),
            "strength": .integer(record.measure.force.strength),
            "citation": .string(record.citation.full),
          ])
        }),
    ])
  }
}
