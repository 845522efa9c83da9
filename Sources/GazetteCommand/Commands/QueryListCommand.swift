import ArgumentParser
import GazetteConsole
import GazetteExport

/// `gazette queries list`: each saved query with its name.
struct QueryListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: Console.current.say("queries.list.abstract"),
      discussion: Console.current.discussion("queries.list"))
  }

  @Option(help: ArgumentHelp(Console.current.say("option.saved"), valueName: "file"))
  var saved: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let file = try QueriesCommand.file(saved, global)
    let entries = try file.load().entries
    if console.isJSON {
      try QueriesCommand.put(entries, in: file)
    } else {
      console.put(
        entries.map { entry in
          TerminalText.visible(entry.name) + "\t" + TerminalText.visible(entry.text) + "\n"
        }.joined())
      if entries.isEmpty { console.tell(console.say("queries.none", file.path)) }
    }
    if entries.isEmpty { throw ExitStatus.nothingFound }
  }
}
