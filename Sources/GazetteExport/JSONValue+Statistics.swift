import GazetteIndex
import GazetteDocument
public import GazetteSearch

extension JSONValue {
  /// What is in an index.
  public init(_ statistics: IndexStatistics) {
    self = .object([
      "revision": .string(statistics.revision),
      "documents": .array(
        statistics.documents.map { document in
          guard case .object(var object) = JSONValue(document) else { return .null }
          object["passages"] = .integer(document.passageCount)
          object["sentences"] = .integer(document.sentenceCount)
          return .object(object)
        }),
      "passages": .integer(statistics.passageCount),
      "sentences": .integer(statistics.sentenceCount),
      "terms": .integer(statistics.termCount), "bytes": .integer(statistics.byteCount),
      "failed": .integer(statistics.failedCount),
      "segments": .array(
        statistics.segments.map {
          .object([
            "name": .string($0.name), "entries": .integer($0.entryCount),
            "deleted": .integer($0.deletedCount), "terms": .integer($0.termCount),
            "bytes": .integer($0.byteCount),
          ])
        }),
    ])
  }
}
