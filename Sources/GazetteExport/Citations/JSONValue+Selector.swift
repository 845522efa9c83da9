public import GazetteDocument

extension JSONValue {
  /// A selector in our own shape.
  public init(_ selector: Selector) {
    self = .object([
      "start": JSONValue(selector.span.start), "end": JSONValue(selector.span.end),
      "exact": .string(selector.exact), "prefix": .string(selector.prefix),
      "suffix": .string(selector.suffix), "textSha256": .string(selector.textSHA256.description),
      "occurrences": selector.occurrences.map(JSONValue.integer) ?? .null,
      "copies": selector.copies.map(JSONValue.integer) ?? .null,
    ])
  }

  /// Whether words may be quoted as policy.
  public init(_ quotability: PolicyQuotability) {
    self = .object([
      "asPolicy": .string(quotability.asPolicy.rawValue),
      "reason": JSONValue(quotability.reason?.rawValue),
    ])
  }
}
