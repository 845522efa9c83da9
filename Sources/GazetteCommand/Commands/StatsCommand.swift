import ArgumentParser
import GazetteConsole
import GazetteExport
import GazetteSearch

/// `gazette stats`: what is in the index.
struct StatsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "stats", abstract: Console.current.say("stats.abstract"),
      discussion: Console.current.discussion("stats"))
  }

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let search = try PolicySearch(global)
    let statistics = try IndexStatistics(of: search)
    if console.isJSON {
      let envelope = Envelope(
        schema: "gazette.stats/1", revision: search.revision, items: [JSONValue(statistics)])
      try console.put(envelope.json)
    } else {
      let rows = [
        ("stats.revision", statistics.revision),
        ("stats.documents", "\(statistics.documents.count)"),
        ("stats.passages", "\(statistics.passageCount)"),
        ("stats.sentences", "\(statistics.sentenceCount)"),
        ("stats.terms", "\(statistics.termCount)"),
        ("stats.bytes", "\(statistics.byteCount)"),
        ("stats.segments", "\(statistics.segments.count)"),
        ("stats.failed", "\(statistics.failedCount)"),
      ]
      for (key, value) in rows {
        let label = console.say(key)
        let pad = String(repeating: " ", count: max(1, 14 - TerminalText.width(label)))
        console.put(label + pad + value + "\n")
      }
    }
  }
}
