import GazetteDocument
public import GazetteQuotations
public import GazetteSearch

extension JSONValue {
  /// A quotation of a draft with its verdict and the evidence for it.
  public init(_ verified: VerifiedQuotation) {
    var object: [String: JSONValue] = [
      "quotation": JSONValue(verified.quotation),
      "verdict": .string(verified.verdict.rawValue),
      "folded": .array(verified.folded.map { .string($0.rawValue) }),
      "differences": .array(verified.differences.map { JSONValue($0) }),
    ]
    object["source"] = verified.source.map { JSONValue($0) } ?? .null
    object["nearest"] = verified.nearest.map { JSONValue($0) } ?? .null
    object["likeness"] =
      verified.likeness.map { JSONValue.number(($0 * 1_000).rounded() / 1_000) } ?? .null
    object["claimed"] = verified.claimed.map { JSONValue($0) } ?? .null
    object["attribution"] = verified.attribution.map { JSONValue($0) } ?? .null
    self = .object(object)
  }

  /// A quotation of a draft.
  public init(_ quotation: Quotation) {
    self = .object([
      "text": .string(quotation.text), "line": .integer(quotation.line),
      "column": .integer(quotation.column), "form": .string(quotation.form.rawValue),
      "start": JSONValue(quotation.span.start), "end": JSONValue(quotation.span.end),
    ])
  }

  /// A place at which a draft says something else than its source.
  public init(_ difference: QuotationDifference) {
    self = .object([
      "kind": .string(difference.kind.rawValue), "draft": .string(difference.draft),
      "source": .string(difference.source),
    ])
  }

  /// Where words of a source stand.
  public init(_ source: QuotedSource) {
    self = .object([
      "document": .string(source.document.id.name),
      "passage": .string(source.passage.id.description),
      "path": .string(source.path.description), "start": JSONValue(source.span.start),
      "end": JSONValue(source.span.end), "text": .string(source.text),
      "voice": JSONValue(source.voice),
      "flags": .array(source.flags.map(\.rawValue).sorted().map(JSONValue.string)),
      "citation": .string(source.passage.citation.full),
    ])
  }

  /// The source that a draft names.
  public init(_ claimed: ClaimedSource) {
    self = .object([
      "text": .string(claimed.text),
      "document": JSONValue(claimed.documents.first?.name),
      "documents": .array(claimed.documents.map { .string($0.name) }),
      "place": JSONValue(claimed.place), "elsewhere": .bool(claimed.isElsewhere),
    ])
  }

  /// Who said what is quoted.
  public init(_ attribution: QuotationAttribution) {
    let voice = attribution.voice
    self = .object([
      "speaker": JSONValue(voice.speaker), "post": JSONValue(voice.post),
      "date": JSONValue(voice.date?.description), "occasion": JSONValue(voice.occasion),
      "from": .string(attribution.from.description), "place": .string(attribution.place),
      "parallel": .bool(attribution.isParallel),
    ])
  }

  /// What is folded when a quotation is compared, and what never is.
  public static var matchingContract: JSONValue {
    .object([
      "folded": .array(MatchingContract.folded.map(JSONValue.string)),
      "neverFolded": .array(MatchingContract.neverFolded.map(JSONValue.string)),
      "leastWeight": .integer(MatchingContract.leastWeight),
      "longestGap": .integer(MatchingContract.longestGap),
    ])
  }

  /// How many quotations have each verdict.
  public static func counts(of report: DraftReport) -> JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: QuotationVerdict.allCases.map {
          ($0.rawValue, JSONValue.integer(report.count(of: $0)))
        }))
  }
}
