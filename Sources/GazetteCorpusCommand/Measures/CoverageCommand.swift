import ArgumentParser
import Gazette
import GazetteConsole

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `gazette coverage`: which measures of some documents others carry out.
struct CoverageCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CoverageOptions.configuration }

  @OptionGroup var options: CoverageOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let search = try PolicySearch(at: global.index)
    let file = try SettingsFile(named: options.decisions, as: "decisions.jsonl") {
      try search.state().roots
    }
    var lines = CoverageDecisionLines(try file.text())
    let sources = try search.measures(selection(of: options.sources))
    let targets = try search.measures(selection(of: options.targets))
    try decide(&lines, file, sources, targets)
    for line in lines.unread {
      console.tell(console.say("coverage.unread-line", file.path, "\(line)"))
    }
    let coverage = Coverage(of: sources, by: targets, decisions: lines.decisions)
    if options.format == .oscal {
      let day = Date.now.formatted(.iso8601.year().month().day())
      try console.put(OSCALMapping.json(of: coverage, revision: search.revision, on: day))
    } else if console.isJSON || options.format == .json {
      try console.put(envelope(coverage, revision: search.revision))
    } else {
      CoverageListing(console: console).print(coverage)
    }
    if sources.isEmpty { throw ExitStatus.nothingFound }
  }

  private func selection(of documents: [String]) -> MeasureSelection {
    var selection = MeasureSelection()
    selection.documents = documents
    return selection
  }

  /// Keeps what the options decide; ids that no measure has are refused before anything is written.
  private func decide(
    _ lines: inout CoverageDecisionLines, _ file: SettingsFile, _ sources: [MeasureRecord],
    _ targets: [MeasureRecord]
  ) throws {
    guard !options.confirmed.isEmpty || !options.rejected.isEmpty else { return }
    let known = (
      Set(sources.map(\.id.description)), Set(targets.map(\.id.description))
    )
    for (pairs, status) in [
      (options.confirmed, Coverage.Pair.Status.confirmed), (options.rejected, .rejected),
    ] {
      for pair in pairs {
        let ids = pair.split(separator: "=").map(String.init)
        guard known.0.contains(ids[0]) else { throw MeasureOptionError.noMeasure(id: ids[0]) }
        guard known.1.contains(ids[1]) else { throw MeasureOptionError.noMeasure(id: ids[1]) }
        try lines.decide(CoverageDecisions.Pair(source: ids[0], target: ids[1]), status)
      }
    }
    try file.write(lines.text)
  }

  private func envelope(_ coverage: Coverage, revision: String) -> JSONValue {
    var envelope = Envelope(
      schema: "gazette.coverage/1", revision: revision,
      items: coverage.rows.map { JSONValue($0, in: coverage) })
    envelope.extras["counts"] = .object([
      "measures": .integer(coverage.rows.count), "covered": .integer(coverage.count(.covered)),
      "partly": .integer(coverage.count(.partly)),
      "notCovered": .integer(coverage.count(.notCovered)),
      "onlyInBy": .integer(coverage.onlyInTarget.count),
    ])
    envelope.extras["share"] =
      coverage.share.map { .number(($0 * 1_000).rounded() / 1_000) } ?? .null
    envelope.extras["onlyInBy"] = .array(
      coverage.onlyInTarget.map { JSONValue(quoting: coverage.targets[$0]) })
    return envelope.json
  }
}
