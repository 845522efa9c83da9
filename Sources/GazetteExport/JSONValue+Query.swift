import GazetteIndex
import GazetteQuery
public import GazetteSearch

extension JSONValue {
  /// What the value of a tag was taken for.
  public init(_ tag: TagMeaning) {
    self = .object([
      "name": .string(tag.name), "named": .array(tag.named.map(JSONValue.string)),
      "concepts": .array(tag.concepts.map(JSONValue.string)),
    ])
  }

  /// How a query was taken.
  public init(_ explanation: QueryExplanation) {
    self = .object([
      "tree": JSONValue(tree: explanation.syntax),
      "pieces": .array(explanation.pieces.map { JSONValue($0) }),
      "aliases": .array(
        explanation.aliases.map { alias in
          .object([
            "concept": .string(alias.concept),
            "typed": .array(alias.typed.map(JSONValue.string)),
            "labels": .array(alias.labels.map(JSONValue.string)),
          ])
        }),
      "relatedWords": .array(explanation.relatedWords.map(JSONValue.string)),
    ])
  }

  /// A node of a query's tree with its parts; as deep as the parser lets a query be.
  private init(tree syntax: QuerySyntax) {
    let node = syntax.node
    self = .object([
      "node": .string(node.name), "text": JSONValue(node.text),
      "start": .integer(syntax.range.lowerBound), "end": .integer(syntax.range.upperBound),
      "parts": .array(node.parts.map { JSONValue(tree: $0) }),
    ])
  }

  private init(_ piece: QueryPiece) {
    self = .object([
      "text": .string(piece.text), "kind": .string(piece.kind.rawValue),
      "field": JSONValue(piece.field?.rawValue), "start": .integer(piece.range.lowerBound),
      "end": .integer(piece.range.upperBound),
      "terms": .array(
        piece.atoms.map { .string(String(decoding: $0.bytes, as: UTF8.self)) }),
      "stem": JSONValue(piece.stem.map { String(decoding: $0, as: UTF8.self) }),
    ])
  }

  /// What is known of a search that found nothing.
  public init(_ empty: EmptyAnswer) {
    func attempts(_ attempts: [EmptyAnswer.Attempt]) -> JSONValue {
      .array(
        attempts.map { .object(["query": .string($0.query), "count": .integer($0.count)]) })
    }
    self = .object([
      "documents": .integer(empty.documents), "passages": .integer(empty.passages),
      "fields": .array(empty.fields.map { .string($0.rawValue) }),
      "parts": attempts(empty.parts), "nearest": attempts(empty.nearest),
    ])
  }
}
