public import GazetteQuotations

/// A quotation of a draft with its verdict and the evidence for it.
public struct VerifiedQuotation: Sendable {
  /// The quotation.
  public let quotation: Quotation
  /// What it proves to be.
  public let verdict: QuotationVerdict
  /// What was folded when it was compared, in a fixed order.
  public let folded: [FoldedForm]
  /// Where its words differ from those of the source, those first that weigh the most.
  public let differences: [QuotationDifference]
  /// Where its words stand; `nil` for what is absent.
  public let source: QuotedSource?
  /// What comes nearest to a quotation that is absent: shown, never offered as a match.
  public let nearest: QuotedSource?
  /// How much of the words the quotation and the place have in common, 0 to 1; `nil` where nothing was compared.
  public let likeness: Double?
  /// The source that the draft names; `nil` when it names none.
  public let claimed: ClaimedSource?
  /// Who said it; `nil` when nothing tells.
  public let attribution: QuotationAttribution?
}
