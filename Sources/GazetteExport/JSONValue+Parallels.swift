import GazetteDocument
import GazetteQuotations
public import GazetteSearch

extension JSONValue {
  /// Two passages that say the same.
  public init(_ finding: ParallelFinding) {
    self = .object([
      "kind": .string(finding.kind.rawValue),
      "likeness": .number((finding.likeness * 1_000).rounded() / 1_000),
      "weight": .number((finding.weight * 10).rounded() / 10),
      "left": .object([
        "document": .string(finding.left.document.id.name), "passage": JSONValue(finding.left),
      ]),
      "right": .object([
        "document": .string(finding.right.document.id.name), "passage": JSONValue(finding.right),
      ]),
      "concepts": .array(finding.shared.compactMap(\.concept).map(JSONValue.string)),
      "shared": .array(
        finding.shared.filter { $0.concept == nil }.map { .string($0.text) }),
      "onlyLeft": .array(finding.onlyLeft.map { .string($0.text) }),
      "onlyRight": .array(finding.onlyRight.map { .string($0.text) }),
      "stretches": .array(finding.stretches.map { JSONValue($0) }),
    ])
  }

  /// Sentences that answer each other.
  private init(_ stretch: ParallelFinding.Stretch) {
    func side(_ text: String, _ span: TextSpan) -> JSONValue {
      .object([
        "text": .string(text), "start": JSONValue(span.start), "end": JSONValue(span.end),
      ])
    }
    self = .object([
      "left": side(stretch.left, stretch.leftSpan),
      "right": side(stretch.right, stretch.rightSpan),
      "pieces": .array(
        stretch.pieces.map {
          .object(["kind": .string($0.kind.rawValue), "text": .string($0.text)])
        }),
    ])
  }

  /// Two documents with parallel passages, without these.
  public init(_ group: ParallelReport.Group) {
    self = .object([
      "left": .string(group.left.id.name), "right": .string(group.right.id.name),
      "count": .integer(group.count), "shown": .integer(group.findings.count),
    ])
  }
}
