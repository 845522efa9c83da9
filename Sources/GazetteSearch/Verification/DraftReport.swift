/// The quotations of a draft with their verdicts, in the order of the draft.
public struct DraftReport: Sendable {
  /// The quotations.
  public let quotations: [VerifiedQuotation]

  /// Creates a report.
  public init(_ quotations: [VerifiedQuotation]) { self.quotations = quotations }

  /// How many quotations have a verdict.
  public func count(of verdict: QuotationVerdict) -> Int {
    quotations.count { $0.verdict == verdict }
  }

  /// How many quotations have one of some verdicts.
  public func count(among verdicts: Set<QuotationVerdict>) -> Int {
    quotations.count { verdicts.contains($0.verdict) }
  }
}
