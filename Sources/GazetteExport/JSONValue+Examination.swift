import GazetteIndex
public import GazetteSearch

extension JSONValue {
  /// What is found when an index is read to the last byte.
  public init(_ examination: CorpusExamination) {
    self = .object([
      "sound": .bool(examination.damages.isEmpty),
      "documents": .integer(examination.documentCount),
      "files": .array(
        examination.index.files.map {
          .object([
            "name": .string($0.name), "bytes": .integer($0.byteCount),
            "sound": .bool($0.damages.isEmpty),
          ])
        }),
      "damages": .array(examination.damages.map { JSONValue($0) }),
      "mismatch": JSONValue(examination.mismatch?.description),
      "leftovers": .array(examination.index.leftovers.map(JSONValue.string)),
    ])
  }

  /// One thing that is wrong with an index.
  private init(_ damage: IndexError) {
    var file: String?
    var offset = JSONValue.null
    if case .corrupt(let name, let place, _) = damage {
      file = name
      offset = .integer(place)
    }
    self = .object([
      "code": .string(damage.code), "file": JSONValue(file), "offset": offset,
      "message": .string(damage.description),
    ])
  }
}
