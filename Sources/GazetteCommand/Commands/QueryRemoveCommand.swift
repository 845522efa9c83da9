import ArgumentParser
import GazetteConsole
import GazetteExport

/// `gazette queries remove`: forgets a saved query.
struct QueryRemoveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "remove", abstract: Console.current.say("queries.remove.abstract"),
      discussion: Console.current.discussion("queries.remove"))
  }

  @Argument(help: ArgumentHelp(Console.current.say("queries.name"), valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp(Console.current.say("option.saved"), valueName: "file"))
  var saved: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let file = try QueriesCommand.file(saved, global)
    let entry = try file.remove(name)
    if console.isJSON { try QueriesCommand.put([entry], in: file) }
    console.tell(console.say("queries.removed", entry.name, entry.text))
  }
}
