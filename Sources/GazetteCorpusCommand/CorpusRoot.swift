import ArgumentParser
import GazetteConsole

/// The part of `gazette` that reads files; started by `gazette`, under the same name and with the same words.
struct CorpusRoot: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "gazette", abstract: Console.current.say("root.abstract"),
      subcommands: [
        IndexCommand.self, AskCommand.self, ConceptsCommand.self,
        LintCommand.self, ParallelsCommand.self,
        SinceCommand.self, MeasuresCommand.self, ChecklistCommand.self, WhoCommand.self,
        TraceCommand.self,
        CoverageCommand.self, VerifyCommand.self, ReceiptCommand.self, StudyCommand.self,
      ])
  }
}
