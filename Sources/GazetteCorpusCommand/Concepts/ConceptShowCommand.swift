import ArgumentParser
import Gazette
import GazetteConsole

/// `gazette concepts show`: the ledger of a formula.
struct ConceptShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: Console.current.say("concepts.show.abstract"),
      discussion: Console.current.discussion("concepts.show"))
  }

  @Argument(help: ArgumentHelp(Console.current.say("concepts.show.id"), valueName: "id"))
  var id: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let source = try ConceptSource(global)
    let concept = try source.concept(named: id)
    guard var tally = FormulaTally(of: concept.id, in: source.thesaurus) else { return }
    try source.forEachDocument { tally.add($0) }
    let ledger = tally.finished()
    if console.isJSON {
      let envelope = Envelope(
        schema: "gazette.concepts-show/1", revision: source.revision,
        items: [JSONValue(ledger: ledger)])
      try console.put(envelope.json)
    } else {
      LedgerListing(console: console, thesaurus: source.thesaurus).print(ledger)
    }
  }
}
