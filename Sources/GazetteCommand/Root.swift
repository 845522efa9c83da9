import ArgumentParser
import GazetteConsole
import GazetteExport

/// The command `gazette`.
struct Root: ParsableCommand {
  /// The day of the version.
  static let date = "2026-11-23"

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "gazette", abstract: Console.current.say("root.abstract"),
      discussion: Console.current.say("root.discussion"), version: ReceiptWriting.version,
      subcommands: [
        IndexCommand.self, SearchCommand.self, AskCommand.self, ShowCommand.self, CiteCommand.self,
        ListCommand.self, DiffCommand.self, SinceCommand.self, QueriesCommand.self,
        ParallelsCommand.self, MeasuresCommand.self, ChecklistCommand.self, WhoCommand.self,
        TraceCommand.self,
        CoverageCommand.self, ConceptsCommand.self, LintCommand.self, VerifyCommand.self,
        ReceiptCommand.self, StudyCommand.self, StatsCommand.self,
        DoctorCommand.self, CompletionCommand.self, ManualCommand.self,
      ])
  }
}
