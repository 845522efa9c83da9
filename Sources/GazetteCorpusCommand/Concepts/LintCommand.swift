import ArgumentParser
import Gazette
import GazetteConsole

/// `gazette lint`: renderings of formulas in a draft that differ from the preferred ones.
struct LintCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lint", abstract: Console.current.say("lint.abstract"),
      discussion: Console.current.discussion("lint"))
  }

  @Argument(help: ArgumentHelp(Console.current.say("lint.draft"), valueName: "draft"))
  var draft: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let source = try ConceptSource(global)
    let corpus = try Corpus(at: draft)
    guard let file = corpus.sources.first else {
      throw LookupError.noDocument(name: draft, nearest: [])
    }
    let document = try corpus.document(file)
    let tagged = TaggedDocument(document, by: ConceptMatcher(source.thesaurus))
    // What was not read as it was meant has not been examined as it was meant.
    for notice in document.notices {
      console.tell(
        console.say(
          "notice." + notice.kind.rawValue, "\(notice.count)",
          notice.fileOffset.map(String.init) ?? "–", TerminalText.visible(notice.detail)))
    }
    if document.passages.isEmpty { console.tell(console.say("lint.empty")) }
    let findings = DraftLint(source.thesaurus).findings(in: tagged)
    if console.isJSON {
      var envelope = Envelope(
        schema: "gazette.lint/1", revision: source.revision,
        items: findings.map { JSONValue(finding: $0) })
      envelope.extras["notices"] = .array(document.notices.map { JSONValue($0) })
      try console.put(envelope.json)
    } else {
      console.put(findings.map { line($0, source.thesaurus, console) }.joined())
      console.tell(console.say(findings.isEmpty ? "lint.none" : "lint.count", "\(findings.count)"))
    }
    if !findings.isEmpty { throw ExitStatus.nothingFound }
  }

  private func line(
    _ finding: DraftFinding, _ thesaurus: Thesaurus, _ console: Console
  ) -> String {
    let separator = console.isChinese ? "、" : ", "
    let language = Language(tag: console.isChinese ? "zh-Hans" : "en")
    let missing = finding.missing.map { part in
      switch part {
      case .concept(let id): thesaurus[id]?.label(in: language) ?? id
      case .label(let words): words
      }
    }
    var words = console.say(
      "lint." + finding.kind.rawValue, TerminalText.visible(finding.place.words),
      TerminalText.visible(finding.proposal ?? "–"), finding.concept,
      TerminalText.visible(
        (finding.renderings.isEmpty ? missing : finding.renderings).joined(separator: separator)))
    if finding.isQuotation { words += console.say("lint.quotation") }
    return "\(TerminalText.visible(draft)):\(finding.line):\(finding.column): \(words)\n"
  }
}
