import ArgumentParser
import GazetteConsole
import GazetteExport
import GazetteSearch

/// `gazette queries`: the saved queries.
struct QueriesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "queries", abstract: Console.current.say("queries.abstract"),
      discussion: Console.current.discussion("queries"),
      subcommands: [QueryListCommand.self, QueryRemoveCommand.self],
      defaultSubcommand: QueryListCommand.self)
  }

  /// The file that the options of a subcommand mean.
  static func file(_ saved: String?, _ global: GlobalOptions) throws -> SavedQueryFile {
    try SavedQueryFile(named: saved) { try PolicySearch(at: global.index).state().roots }
  }

  /// Saved queries as an answer.
  static func put(_ entries: [SavedQueries.Entry], in file: SavedQueryFile) throws {
    var envelope = Envelope(
      schema: "gazette.queries/1", revision: nil,
      items: entries.map { entry in
        .object([
          "id": .string(entry.name), "text": .string(entry.text), "line": .integer(entry.line),
        ])
      })
    envelope.extras["file"] = .string(file.path)
    try Console.current.put(envelope.json)
  }
}
