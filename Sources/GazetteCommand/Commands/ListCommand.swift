import ArgumentParser
import GazetteConsole
import GazetteDocument
import GazetteExport
import GazetteSearch

/// `gazette list`: the documents, or those that hold a match for a query.
struct ListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: Console.current.say("list.abstract"),
      discussion: Console.current.discussion("list"))
  }

  @Argument(help: ArgumentHelp(Console.current.say("list.query")))
  var query: [String] = []

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let search = try PolicySearch(global)
    let documents =
      query.isEmpty
      ? try search.documents() : try search.documents(matching: query.joined(separator: " "))
    if console.isJSON {
      let envelope = Envelope(
        schema: "gazette.list/1", revision: search.revision,
        items: documents.map { JSONValue($0) })
      try console.put(envelope.json)
    } else {
      console.put(documents.map(line).joined())
      console.tell(
        console.say(
          documents.count == 1 ? "list.count.one" : "list.count", "\(documents.count)",
          search.revision))
    }
    if documents.isEmpty { throw ExitStatus.nothingFound }
  }

  /// Date, name and title in columns that a script can cut at tabs.
  private func line(_ document: DocumentSummary) -> String {
    let date = document.metadata.date?.description ?? "–"
    let number = document.metadata.number.value?.description ?? "–"
    var columns = [date, document.language.tag, document.id.name, number, document.displayTitle]
    if let lineage = document.lineage {
      let console = Console.current
      if lineage.place != .only {
        columns.append(console.say("version." + lineage.place.rawValue, lineage.newest.name))
      }
      if let words = LineageListing(console: console).ending(of: lineage) { columns.append(words) }
    }
    return columns.map { TerminalText.visible($0) }.joined(separator: "\t") + "\n"
  }
}
