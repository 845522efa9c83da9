import ArgumentParser
import GazetteConsole

/// `gazette concepts`: the thesaurus, and what becomes of its formulas in the documents.
struct ConceptsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "concepts", abstract: Console.current.say("concepts.abstract"),
      discussion: Console.current.discussion("concepts"),
      subcommands: [
        ConceptListCommand.self, ConceptShowCommand.self, ConceptTimelineCommand.self,
        ConceptLintCommand.self, ConceptDiscoverCommand.self, ConceptExportCommand.self,
        ConceptImportCommand.self,
      ])
  }
}
