import Gazette
import GazetteConsole

/// What is new, changed or gone for a saved query, or why it could not be asked.
struct SavedQueryAnswer {
  let entry: SavedQueries.Entry
  var found: QueryChanges?
  var failure: (any Error)?

  var changes: [CorpusChanges.Change] { found?.changes ?? [] }

  func json(limit: Int) -> JSONValue {
    .object([
      "id": .string(entry.name), "text": .string(entry.text),
      "matches": .integer(found?.matchCount ?? 0), "total": .integer(changes.count),
      "truncated": .bool(changes.count > limit),
      "counts": JSONValue(countsOf: changes.map(\.kind)),
      "items": .array(changes.prefix(limit).map { JSONValue($0) }),
      "error": failure.map { error in
        .object([
          "code": .string((error as? any CodedError)?.code ?? "failed"),
          "message": .string(Console.current.words(for: error)),
        ])
      } ?? .null,
    ])
  }
}
