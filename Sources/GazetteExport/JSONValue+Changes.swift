import GazetteDocument
public import GazetteSearch

extension JSONValue {
  /// One heading or passage that did not stay as it was since a revision.
  public init(_ change: CorpusChanges.Change) {
    self = .object([
      "kind": .string(change.kind.rawValue), "old": JSONValue(change.old),
      "new": JSONValue(change.new), "pieces": JSONValue(change.pieces),
    ])
  }

  /// One document that did not stay as it was since a revision.
  public init(_ document: CorpusChanges.Document) {
    self = .object([
      "kind": .string(document.kind.rawValue),
      "old": document.old.map { JSONValue($0) } ?? .null,
      "new": document.new.map { JSONValue($0) } ?? .null,
      "fields": .array(document.fields.map(JSONValue.string)),
    ])
  }

  /// How many there are of each kind.
  public init(countsOf kinds: [CorpusChanges.Kind]) {
    self = .object(
      Dictionary(
        uniqueKeysWithValues: CorpusChanges.Kind.allCases.map { kind in
          (kind.rawValue, .integer(kinds.count { $0 == kind }))
        }))
  }
}
