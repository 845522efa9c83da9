import GazetteDocument
import GazetteQuotations

/// What was found of one quotation: in the documents that the draft names, and everywhere.
struct QuotationJudgement {
  let quotation: Quotation
  let quoted: QuotedWords
  let claim: ClaimedSource?
  /// The best place in a document that is named.
  private(set) var claimed: QuotationVerifier.Finding?
  /// The best place of all others.
  private(set) var other: QuotationVerifier.Finding?
  /// All others that hold the words.
  private(set) var others: [QuotationVerifier.Finding] = []

  init(_ quotation: Quotation, _ quoted: QuotedWords, _ claim: ClaimedSource?) {
    self.quotation = quotation
    self.quoted = quoted
    self.claim = claim
  }

  /// Whether the words stand where the draft says.
  var isSettled: Bool { claimed.map { $0.match.grade > .altered } ?? false }

  /// Takes a place in a document that is named.
  mutating func offer(claimed finding: QuotationVerifier.Finding) {
    if claimed.map({ finding.isBetter(than: $0) }) ?? true { claimed = finding }
  }

  /// Takes a place anywhere.
  mutating func offer(_ finding: QuotationVerifier.Finding) {
    if claim?.documents.contains(finding.document) ?? false { return offer(claimed: finding) }
    if finding.match.grade > .altered { others.append(finding) }
    if other.map({ finding.isBetter(than: $0) }) ?? true { other = finding }
  }

  /// A verdict and the place that it is about.
  struct Outcome {
    let verdict: QuotationVerdict
    let finding: QuotationVerifier.Finding?
  }

  /// The verdict as far as it hangs on the words alone; `nil` where other wordings have to be looked for.
  var outcome: Outcome? {
    if let claimed, claimed.match.grade > .altered {
      return Outcome(verdict: Self.verdict(for: claimed.match.grade), finding: claimed)
    }
    if let claim, claim.documents.isEmpty {
      let isSound = other.map { $0.match.grade > .altered } ?? false
      return Outcome(verdict: .sourceMissing, finding: isSound ? other : nil)
    }
    if let other, other.match.grade > .altered {
      return claim == nil
        ? Outcome(verdict: Self.verdict(for: other.match.grade), finding: other) : nil
    }
    if let altered = claimed ?? other { return Outcome(verdict: .altered, finding: altered) }
    return nil
  }

  /// Whether the document that is named says nearly the same: other words, but no other number, date, negation or modality.
  var isReworded: Bool {
    guard let claimed, claimed.match.grade == .altered else { return false }
    return claimed.match.differences.allSatisfy { $0.kind == .words }
  }

  private static func verdict(for grade: QuotationMatch.Grade) -> QuotationVerdict {
    switch grade {
    case .exact: .exact
    case .normalised: .normalised
    case .elided: .elided
    case .altered: .altered
    }
  }
}
