import ArgumentParser
import GazetteConsole

/// The command `gazette`.
struct Root: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "gazette", abstract: Console.current.say("root.abstract"),
      discussion: Console.current.say("root.discussion"), version: "0.1.0",
      subcommands: [
        IndexCommand.self, SearchCommand.self, ShowCommand.self, CiteCommand.self,
        ListCommand.self, DiffCommand.self, ParallelsCommand.self, ConceptsCommand.self,
        LintCommand.self, StatsCommand.self, DoctorCommand.self,
      ])
  }
}
