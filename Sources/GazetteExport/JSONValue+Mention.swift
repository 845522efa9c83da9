import GazetteConcepts
import GazetteDocument
public import GazetteSearch

extension JSONValue {
  /// A mention of a concept: what is meant, by which rendering, where.
  public init(_ mention: CitedMention) {
    self = .object([
      "concept": .string(mention.concept), "label": .string(mention.label.text),
      "as": .string(mention.label.status.rawValue),
      "language": .string(mention.label.language.tag), "text": .string(mention.text),
      "start": JSONValue(mention.span.start), "end": JSONValue(mention.span.end),
      "passage": JSONValue(mention.passage?.description),
      "heading": JSONValue(mention.heading?.description), "part": .bool(mention.isPart),
    ])
  }
}
