import GazetteDocument
import GazetteQuotations

extension JSONValue {
  /// One passage of a receipt that was checked.
  public init(_ item: ReceiptCheck.Item) {
    let resolution = item.resolution
    self = .object([
      "state": .string(item.state.rawValue), "fault": JSONValue(item.fault?.rawValue),
      "document": .string(item.passage.document), "file": .string(item.passage.file),
      "id": .string(item.passage.id.description), "path": .string(item.passage.path.description),
      "selector": JSONValue(item.passage.selector),
      "source": item.source.map {
        .object([
          "document": .string($0.id.name), "file": .string($0.file),
          "sha256": .string($0.sha256.description),
          "textSha256": .string($0.textSHA256.description),
        ])
      } ?? .null,
      "place": resolution?.span.map {
        .object([
          "start": JSONValue($0.start), "end": JSONValue($0.end), "text": JSONValue(item.text),
        ])
      } ?? .null,
      "difference": JSONValue(resolution?.difference ?? []),
      "proposals": .array((resolution?.proposals ?? []).map { JSONValue($0) }),
    ])
  }

  /// A place that a person may choose.
  private init(_ proposal: SelectorProposal) {
    self = .object([
      "start": JSONValue(proposal.span.start), "end": JSONValue(proposal.span.end),
      "text": .string(proposal.text), "likeness": .number(proposal.likeness),
    ])
  }
}
