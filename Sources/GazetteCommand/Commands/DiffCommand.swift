import ArgumentParser
import GazetteConsole
import GazetteDocument
import GazetteExport
import GazetteSearch

/// `gazette diff`: what changed between two documents, passage by passage and word by word.
struct DiffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff", abstract: Console.current.say("diff.abstract"),
      discussion: Console.current.discussion("diff"))
  }

  @Argument(help: ArgumentHelp(Console.current.say("diff.old"), valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp(Console.current.say("diff.new"), valueName: "new"))
  var new: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let search = try PolicySearch(global)
    let records = (old: try search.record(named: old), new: try search.record(named: new))
    let difference = DocumentDifference(
      from: try records.old.document(), to: try records.new.document())
    if console.isJSON {
      var envelope = Envelope(
        schema: "gazette.diff/1", revision: search.revision,
        items: difference.changes.map { JSONValue($0) })
      envelope.extras["old"] = JSONValue(try records.old.summary())
      envelope.extras["new"] = JSONValue(try records.new.summary())
      envelope.extras["same"] = .integer(difference.sameCount)
      try console.put(envelope.json)
    } else {
      DifferenceListing(console: console).print(
        difference, from: try records.old.summary(), to: try records.new.summary())
    }
    if !difference.changes.isEmpty { throw ExitStatus.nothingFound }
  }
}
