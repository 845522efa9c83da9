import ArgumentParser
import Gazette
import GazetteConsole

/// `gazette concepts discover`: numbered formulas and quoted terms that the thesaurus lacks.
struct ConceptDiscoverCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "discover", abstract: Console.current.say("concepts.discover.abstract"),
      discussion: Console.current.discussion("concepts.discover"))
  }

  @Flag(help: ArgumentHelp(Console.current.say("concepts.discover.yaml")))
  var yaml = false

  @Option(name: .shortAndLong, help: ArgumentHelp(Console.current.say("concepts.discover.limit")))
  var limit: Int = 50

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let source = try ConceptSource(global)
    var discovery = FormulaDiscovery(lackingIn: ConceptMatcher(source.thesaurus))
    try source.forEachDocument { discovery.add($0) }
    let all = discovery.proposals()
    let proposals = Array(all.prefix(max(0, limit)))
    if console.isJSON {
      let envelope = Envelope(
        schema: "gazette.concepts-discover/1", revision: source.revision,
        items: proposals.map { JSONValue(proposal: $0) }, total: all.count)
      try console.put(envelope.json)
    } else if yaml {
      console.put(ThesaurusSource(proposals.map(\.concept)).yaml())
    } else {
      console.put(proposals.map { text($0, console) }.joined())
      console.tell(
        console.say("concepts.discover.count", "\(proposals.count)", "\(all.count)"))
    }
    if all.isEmpty { throw ExitStatus.nothingFound }
  }

  private func text(_ proposal: FormulaProposal, _ console: Console) -> String {
    var text = console.lit(TerminalText.visible(proposal.words)) + "  "
    text += console.say("pattern." + proposal.pattern.rawValue) + "  "
    text +=
      console.faint(
        console.say(
          "concepts.discover.evidence", "\(proposal.count)", "\(proposal.quotedCount)",
          "\(proposal.documents.count)")) + "\n"
    if !proposal.members.isEmpty {
      let members = proposal.members.map { TerminalText.visible($0) }
        .joined(separator: console.isChinese ? "；" : "; ")
      text += "  " + console.say("concepts.discover.members", members) + "\n"
    }
    if !proposal.known.isEmpty {
      let known = proposal.known.joined(separator: console.isChinese ? "、" : ", ")
      text += "  " + console.say("concepts.discover.known", known) + "\n"
    }
    let place = proposal.membersPlace ?? proposal.place
    return text + LedgerListing.quotation(of: place, console)
  }
}
