public import GazetteDocument
public import GazetteSearch

extension JSONValue {
  /// One heading or passage that did not stay as it was.
  public init(_ change: DocumentDifference.Change) {
    self = .object([
      "kind": .string(change.kind.rawValue),
      "old": JSONValue(change.old), "new": JSONValue(change.new),
      "pieces": JSONValue(change.pieces),
    ])
  }

  /// The words of a change piece by piece.
  public init(_ pieces: [DocumentDifference.Piece]) {
    self = .array(
      pieces.map { .object(["kind": .string($0.kind.rawValue), "text": .string($0.text)]) })
  }

  /// One side of a change; null for none.
  init(_ side: DocumentDifference.Side?) {
    guard let side else {
      self = .null
      return
    }
    self = .object([
      "id": .string(side.id.description), "path": .string(side.path.description),
      "document": .string(side.citation.document.id.name),
      "number": JSONValue(side.citation.number),
      "heading": .array(side.citation.headings.map(JSONValue.string)),
      "isHeading": .bool(side.isHeading), "text": .string(side.text),
      "start": JSONValue(side.span.start), "end": JSONValue(side.span.end),
      "citation": .string(side.citation.full),
    ])
  }
}
