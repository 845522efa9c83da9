import ArgumentParser
import Gazette
import GazetteConsole

/// `gazette verify`: grades every quotation of a draft against the index.
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration { VerifyOptions.configuration }

  @OptionGroup var options: VerifyOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let findings = try wanted()
    let search = try PolicySearch(at: global.index)
    let draft = try read()
    for notice in draft.document.notices {
      console.tell(
        console.say(
          "notice." + notice.kind.rawValue, "\(notice.count)",
          notice.fileOffset.map(String.init) ?? "–", TerminalText.visible(notice.detail)))
    }
    let report = try DraftReport(checking: draft.quotations, in: search)
    let listing = VerificationListing(console: console, name: name, findings: findings)
    if let html = options.html {
      try FileWriting.write(
        AnnotatedDraft.html(of: draft.document, report, listing.page(of: report)), to: html)
    }
    // What cannot be looked up has not been checked, whatever else is sound.
    let missing = report.count(of: .sourceMissing)
    if options.sarif {
      let log = SARIFLog.log(
        report, of: draft.document, file: options.draft == "-" ? nil : options.draft,
        findings: findings, version: ReceiptWriting.version
      ) { listing.message(of: $0) }
      console.put(try log.text() + "\n")
    } else if console.isJSON {
      try console.put(envelope(report, draft, revision: search.revision, missing: missing).json)
    } else {
      listing.print(report, findingsOnly: options.findings)
    }
    if report.count(among: findings) > 0 { throw ExitStatus.nothingFound }
    if missing > 0 { throw ExitStatus.failed }
  }

  private var name: String { options.draft == "-" ? "stdin" : options.draft }

  private func read() throws -> Draft {
    guard options.draft == "-" else { return try Draft(contentsOf: options.draft) }
    return try Draft(
      try StandardInput.bytes(limit: Draft.maximumSize), file: "stdin." + options.form.rawValue)
  }

  /// The verdicts that count as findings.
  private func wanted() throws -> Set<QuotationVerdict> {
    guard let named = options.failOn else {
      return QuotationVerdict.findings.subtracting([.sourceMissing])
    }
    if named == "none" { return [] }
    return Set(
      try named.split(separator: ",").map { word in
        let name = word.filter { $0 != " " }
        guard let verdict = QuotationVerdict(rawValue: String(name)) else {
          throw ValidationError(
            Console.current.say(
              "verify.fail-on.unknown", String(name),
              QuotationVerdict.allCases.map(\.rawValue).joined(separator: ", ")))
        }
        return verdict
      })
  }

  private func envelope(
    _ report: DraftReport, _ draft: Draft, revision: String, missing: Int
  ) -> Envelope {
    let shown =
      options.findings ? report.quotations.filter { !$0.verdict.isSound } : report.quotations
    var envelope = Envelope(
      schema: "gazette.verify/1", revision: revision, items: shown.map { JSONValue($0) },
      total: shown.count)
    envelope.isComplete = missing == 0
    envelope.extras["contract"] = .matchingContract
    envelope.extras["counts"] = JSONValue.counts(of: report)
    envelope.extras["draft"] = .object([
      "file": .string(name), "sha256": .string(draft.document.sha256.description),
      "textSha256": .string(draft.document.textSHA256.description),
    ])
    envelope.extras["notices"] = .array(draft.document.notices.map { JSONValue($0) })
    return envelope
  }
}
