public import GazetteIndex
public import GazetteSearch

extension JSONValue {
  /// Why a passage has its score.
  public init(_ explanation: Explanation) {
    self = .object([
      "kind": .string(explanation.kind.rawValue), "label": .string(explanation.label),
      "value": .number(explanation.value),
      "parts": .array(explanation.parts.map { JSONValue($0) }),
      "factors": .array(
        explanation.factors.map {
          .object([
            "name": .string($0.name.rawValue), "label": .string($0.label),
            "value": .number($0.value),
          ])
        }),
    ])
  }

  /// What the matches of a search have in common, by name; the concepts go by `tag` and by `concept`.
  public init(_ facets: [PolicyFacet]) {
    var object: [String: JSONValue] = [:]
    for facet in facets {
      object[facet.name.rawValue] = .object([
        "total": .integer(facet.valueCount),
        "counts": .array(
          facet.counts.map {
            .object([
              "value": .string($0.value), "count": .integer($0.count),
              "filter": .string($0.filter),
            ])
          }),
      ])
    }
    object["concept"] = object[PolicyFacet.Name.tag.rawValue]
    self = .object(object)
  }
}
