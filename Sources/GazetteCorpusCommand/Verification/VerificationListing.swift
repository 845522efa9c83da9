import Gazette
import GazetteConsole

/// Says what the quotations of a draft prove to be.
struct VerificationListing {
  let console: Console
  /// The name of the draft.
  let name: String
  /// The verdicts that count as findings.
  let findings: Set<QuotationVerdict>

  /// Prints the verdicts, a line a quotation and the evidence under it, then the counts and the contract.
  func print(_ report: DraftReport, findingsOnly: Bool) {
    for verified in report.quotations where !findingsOnly || !verified.verdict.isSound {
      let place =
        "\(TerminalText.visible(name)):\(verified.quotation.line):\(verified.quotation.column)"
      let verdict = word(for: verified.verdict)
      let isFinding = findings.contains(verified.verdict)
      console.put(
        "\(place)  \(isFinding ? console.lit(verdict) : console.strong(verdict))  "
          + "\(TerminalText.visible(Self.shortened(verified.quotation.text)))\n")
      for line in note(on: verified) { console.put("    \(TerminalText.visible(line))\n") }
    }
    console.tell(summary(of: report))
    console.tell(contract)
  }

  /// What is said of a quotation in one line.
  func message(of verified: VerifiedQuotation) -> String {
    ([word(for: verified.verdict)] + note(on: verified)).joined(
      separator: console.isChinese ? "；" : "; ")
  }

  /// The words of an annotated copy.
  func page(of report: DraftReport) -> AnnotatedDraft.Words {
    AnnotatedDraft.Words(
      title: console.say("verify.page", name), summary: summary(of: report), contract: contract,
      language: console.isChinese ? "zh-Hans" : "en", verdict: word(for:),
      note: { note(on: $0) })
  }

  // MARK: Words

  private func word(for verdict: QuotationVerdict) -> String {
    console.say("verdict." + verdict.rawValue)
  }

  /// The counts of all verdicts that occur.
  private func summary(of report: DraftReport) -> String {
    guard !report.quotations.isEmpty else { return console.say("verify.none") }
    let counts = QuotationVerdict.allCases.compactMap { verdict -> String? in
      let count = report.count(of: verdict)
      return count == 0 ? nil : "\(word(for: verdict)) \(count)"
    }
    return console.say(
      "verify.count", "\(report.quotations.count)",
      counts.joined(separator: console.isChinese ? "，" : ", "))
  }

  private var contract: String {
    let separator = console.isChinese ? "、" : ", "
    return console.say(
      "verify.contract",
      FoldedForm.allCases.map { console.say("folded." + $0.rawValue) }.joined(separator: separator),
      "\(MatchingContract.leastWeight / 3)", "\(MatchingContract.leastWeight)",
      "\(MatchingContract.longestGap)", "\(3 * MatchingContract.longestGap)")
  }

  /// The evidence for a verdict, a line each.
  func note(on verified: VerifiedQuotation) -> [String] {
    var lines: [String] = []
    if let source = verified.source {
      lines.append(console.say("verify.source", place(of: source)))
      if verified.verdict == .rendering || verified.verdict == .altered {
        lines.append(console.say("verify.text", Self.shortened(source.text)))
      }
    }
    if !verified.folded.isEmpty {
      lines.append(
        console.say(
          "verify.folded",
          verified.folded.map { console.say("folded." + $0.rawValue) }
            .joined(separator: console.isChinese ? "、" : ", ")))
    }
    for difference in verified.differences.prefix(Self.mostDifferences) {
      lines.append(
        console.say(
          "verify.difference", console.say("difference." + difference.kind.rawValue),
          difference.draft.isEmpty ? "–" : difference.draft,
          difference.source.isEmpty ? "–" : difference.source))
    }
    if verified.differences.count > Self.mostDifferences {
      lines.append(
        console.say(
          "verify.differences.more", "\(verified.differences.count - Self.mostDifferences)"))
    }
    lines += claim(of: verified)
    if let attribution = verified.attribution { lines.append(said(attribution)) }
    if let source = verified.source {
      for flag in PassageFlag.allCases where source.flags.contains(flag) {
        lines.append("! " + flag.words(inChinese: console.isChinese))
      }
    }
    if let nearest = verified.nearest {
      let likeness = verified.likeness.map { "\(Int(($0 * 100).rounded())) %" } ?? "–"
      lines.append(console.say("verify.nearest", place(of: nearest), likeness))
    }
    return lines
  }

  private func claim(of verified: VerifiedQuotation) -> [String] {
    guard let claimed = verified.claimed else { return [] }
    if claimed.documents.isEmpty { return [console.say("verify.claim.missing", claimed.text)] }
    if verified.verdict == .misattributed || verified.verdict == .rendering {
      return [
        console.say(
          "verify.claim", claimed.text, claimed.documents.map(\.name).joined(separator: ", "))
      ]
    }
    return claimed.isElsewhere
      ? [console.say("verify.claim.elsewhere", claimed.place ?? claimed.text)] : []
  }

  private func said(_ attribution: QuotationAttribution) -> String {
    let voice = attribution.voice
    let who = [voice.speaker, voice.post, voice.date?.description, voice.occasion].compactMap { $0 }
      .joined(separator: console.isChinese ? "，" : ", ")
    return attribution.isParallel
      ? console.say("verify.said.parallel", who, attribution.place)
      : console.say("verify.said", who)
  }

  private func place(of source: QuotedSource) -> String {
    "\(source.document.id.name)#\(source.path)"
  }

  /// So many differences are listed.
  private static let mostDifferences = 6

  /// The beginning of a long text, on one line.
  private static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 160 ? line : line.prefix(157) + "…"
  }
}
