import GazetteDocument
import GazetteIndex
public import GazetteQuotations

/// Checks the quotations of a draft against the documents of an index.
///
/// What is compared and how stands in `MatchingContract`: an altered or invented quotation is never called sound. The index is
/// asked for passages that may hold a quotation, and the words of these are compared one by one; a document that the draft
/// names is read as a whole. For one thread at a time.
public struct QuotationVerifier {
  let search: PolicySearch
  private var claims: ClaimResolver?
  var candidates: QuotationCandidates
  var parallels: DocumentParallels
  private var windows: [PolicyDocument.ID: DocumentWindow] = [:]

  /// The whole documents that are kept ready.
  private static let mostWindows = 16

  /// Prepares to check against an index.
  public init(_ search: PolicySearch) {
    self.search = search
    candidates = QuotationCandidates(search.searcher)
    parallels = DocumentParallels(search)
  }

  /// A quotation with the place that is compared with it.
  struct Finding {
    let match: QuotationMatch
    let window: DocumentWindow
    let document: PolicyDocument.ID
    /// How much its document counts: policy text before speech before the rest.
    let standing: Int

    /// Whether it is to be preferred.
    func isBetter(than other: Finding) -> Bool {
      let own = (match.grade.rawValue, match.likeness)
      let others = (other.match.grade.rawValue, other.match.likeness)
      if own != others { return own > others }
      if standing != other.standing { return standing > other.standing }
      return document < other.document
    }
  }

  /// Checks the quotations of a draft.
  ///
  /// - Parameter quotations: The quotations, in the order of the draft.
  /// - Returns: Each with its verdict, in the same order.
  /// - Throws: `IndexError` when the index is damaged.
  public mutating func verify(_ quotations: [Quotation]) throws -> [VerifiedQuotation] {
    let claimed = try sources(of: quotations)
    return try zip(quotations, claimed).map { try verify($0, claimed: $1) }
  }

  /// The sources that a draft names for its quotations, in the same order; `nil` for those without.
  ///
  /// - Parameter quotations: The quotations, in the order of the draft.
  /// - Returns: The sources.
  /// - Throws: `IndexError` when the index is damaged.
  package mutating func sources(of quotations: [Quotation]) throws -> [ClaimedSource?] {
    var claimed: [ClaimedSource?] = []
    for quotation in quotations {
      var claim = try self.claim(beside: quotation.surroundings)
      if claim == nil, let place = quotation.surroundings.inherited, place < claimed.count {
        claim = claimed[place]
      }
      claimed.append(claim)
    }
    return claimed
  }

  private mutating func claim(
    beside surroundings: QuotationSurroundings
  ) throws -> ClaimedSource? {
    guard !surroundings.texts.isEmpty else { return nil }
    if claims == nil { claims = try ClaimResolver(search) }
    return try claims?.source(in: surroundings)
  }

  /// Checks one quotation.
  ///
  /// - Parameters:
  ///   - quotation: The quotation.
  ///   - claimed: The source that the draft names for it.
  /// - Returns: Its verdict with the evidence.
  /// - Throws: `IndexError` when the index is damaged.
  package mutating func verify(
    _ quotation: Quotation, claimed: ClaimedSource?
  ) throws -> VerifiedQuotation {
    let quoted = QuotedWords(quotation.text)
    guard quoted.weight >= MatchingContract.leastWeight else {
      return VerifiedQuotation(
        quotation: quotation, verdict: .tooShort, folded: [], differences: [], source: nil,
        nearest: nil, likeness: nil, claimed: claimed, attribution: nil)
    }
    var judgement = QuotationJudgement(quotation, quoted, claimed)
    for name in claimed?.documents ?? [] {
      guard let found = try finding(quoted, in: name), try isOneText(found, quoted) else {
        continue
      }
      judgement.offer(claimed: found)
    }
    if !judgement.isSettled {
      for found in try everywhere(quoted) where try isOneText(found, quoted) {
        judgement.offer(found)
      }
    }
    return try judged(judgement)
  }

  /// Whether what is altered is still the quotation: most of its words are there, or fewer that are telling ones.
  private mutating func isOneText(_ finding: Finding, _ quoted: QuotedWords) throws -> Bool {
    guard finding.match.grade == .altered,
      finding.match.likeness < QuotationComparison.sureLikeness
    else { return true }
    let words = String(
      decoding: finding.window.source.text.utf8[finding.match.bytes], as: UTF8.self)
    return try likeness(to: quoted.text).share(in: words) >= WordingLikeness.least
  }

  // MARK: Looking

  /// A quotation in a document that is read as a whole.
  private mutating func finding(
    _ quoted: QuotedWords, in name: PolicyDocument.ID
  ) throws -> Finding? {
    let window = try window(of: name)
    let match = QuotationComparison(quoted, with: window.source).match()
    if let match, match.grade > .altered { return finding(match, window, name) }
    // Damage is mended in the reading text, passage by passage.
    if let mended = try mended(quoted, in: window, name) { return mended }
    return match.flatMap { finding($0, window, name) }
  }

  private mutating func window(of name: PolicyDocument.ID) throws -> DocumentWindow {
    if let known = windows[name] { return known }
    let window = try DocumentWindow(whole: try search.record(named: name.name))
    if windows.count >= Self.mostWindows { windows = [:] }
    windows[name] = window
    return window
  }

  private func mended(
    _ quoted: QuotedWords, in window: DocumentWindow, _ name: PolicyDocument.ID
  ) throws -> Finding? {
    for index in try window.record.mendedPassages() {
      let passage = try window.record.citedPassage(at: index)
      guard let reading = DocumentWindow(reading: passage, of: window.record),
        let match = QuotationComparison(quoted, with: reading.source).match(takingAltered: false)
      else { continue }
      return finding(match, reading, name)
    }
    return nil
  }

  /// The places of all documents that hold the quotation, or most of it.
  private mutating func everywhere(_ quoted: QuotedWords) throws -> [Finding] {
    var found: [Finding] = []
    var isSound = false
    let verifier = self
    try candidates.holding(quoted) { candidates in
      found += try verifier.findings(quoted, in: candidates)
      isSound = found.contains { $0.match.grade > .altered }
      return isSound
    }
    return isSound ? found : found + (try findings(quoted, in: try candidates.near(quoted.text)))
  }

  private func findings(
    _ quoted: QuotedWords, in candidates: [QuotationCandidates.Candidate]
  ) throws -> [Finding] {
    var found: [Finding] = []
    let margin = max(400, quoted.text.utf8.count + quoted.text.utf8.count / 4 + 64)
    for candidate in candidates {
      let record = try search.record(of: candidate.group)
      let name = try record.summary().id
      let window = try DocumentWindow(around: candidate.passage, of: record, margin: margin)
      let comparison = QuotationComparison(quoted, with: window.source)
      let match = comparison.match()
      if match.map({ $0.grade <= .altered }) ?? true {
        let passage = try record.citedPassage(at: candidate.passage)
        if let reading = DocumentWindow(reading: passage, of: record),
          let mended = QuotationComparison(quoted, with: reading.source).match(takingAltered: false)
        {
          found.append(finding(mended, reading, name))
          continue
        }
        if match == nil, let heading = try heading(quoted, over: candidate.passage, record, name) {
          found.append(heading)
          continue
        }
      }
      if let match { found.append(finding(match, window, name)) }
    }
    return found
  }

  /// A quotation of a heading over a passage.
  private func heading(
    _ quoted: QuotedWords, over passage: Int, _ record: DocumentRecord, _ name: PolicyDocument.ID
  ) throws -> Finding? {
    let section = try record.citedPassage(at: passage).passage.section
    for place in try record.chain(ofSection: section) {
      guard let span = place.headingSpan else { continue }
      let window = try DocumentWindow(heading: span, of: record)
      if let match = QuotationComparison(quoted, with: window.source).match(takingAltered: false) {
        return finding(match, window, name)
      }
    }
    return nil
  }

  private func finding(
    _ match: QuotationMatch, _ window: DocumentWindow, _ name: PolicyDocument.ID
  ) -> Finding {
    let kind = try? window.record.summary().metadata.kind.value
    return Finding(
      match: match, window: window, document: name,
      standing: SourceStrength.standard.strength(ofKind: kind ?? nil))
  }
}
