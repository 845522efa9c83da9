import ArgumentParser
import Gazette
import GazetteConsole

/// `gazette concepts lint`: what is wrong or doubtful in the thesaurus.
struct ConceptLintCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lint", abstract: Console.current.say("concepts.lint.abstract"),
      discussion: Console.current.discussion("concepts.lint"))
  }

  @Flag(help: ArgumentHelp(Console.current.say("concepts.lint.all")))
  var all = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let source = try ConceptSource(global, isEditing: true)
    let lint = ThesaurusLint(source.thesaurus)
    var findings = lint.findings()
    if all {
      var usage = LabelUsage()
      try source.forEachDocument { tagged in
        for mentions in tagged.mentions.passages + tagged.mentions.headings { usage.add(mentions) }
      }
      findings += lint.findings(usage)
    }
    if console.isJSON {
      let envelope = Envelope(
        schema: "gazette.concepts-lint/1", revision: source.revision,
        items: findings.map { JSONValue(finding: $0) })
      try console.put(envelope.json)
    } else {
      console.put(findings.map { line($0, console) }.joined())
      let counts = ThesaurusFinding.Severity.allCases.map { severity in
        "\(findings.count { $0.kind.severity == severity })"
      }
      console.tell(console.say("concepts.lint.count", counts[0], counts[1], counts[2]))
    }
    if !findings.isEmpty { throw ExitStatus.nothingFound }
  }

  private func line(_ finding: ThesaurusFinding, _ console: Console) -> String {
    let others = finding.others.map { TerminalText.visible($0) }
      .joined(separator: console.isChinese ? "、" : ", ")
    let words = console.say(
      "fault." + finding.kind.rawValue, finding.concept,
      TerminalText.visible(finding.subject ?? ""), others, "\(finding.count)")
    let severity = console.say("severity." + finding.kind.severity.rawValue)
    return "\(TerminalText.visible(finding.file)):\(finding.line): \(severity): \(words)\n"
  }
}
