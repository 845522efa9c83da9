import ArgumentParser
import Gazette
import GazetteConsole

/// `gazette trace`: one requirement over dated documents, and what of it changed but wording.
struct TraceCommand: ParsableCommand {
  static var configuration: CommandConfiguration { TraceOptions.configuration }

  @OptionGroup var options: TraceOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let search = try PolicySearch(at: global.index)
    let (traces, undated) = try traces(in: search)
    let shown = options.unchanged ? traces : traces.filter(\.hasChanges)
    if let svg = options.svg {
      let chart = TraceChart(traces: shown.isEmpty ? traces : shown, name: options.subject)
      try FileWriting.write(chart.svg(inChinese: console.isChinese), to: svg)
    }
    if console.isJSON {
      var envelope = Envelope(
        schema: "gazette.trace/1", revision: search.revision, items: shown.map { JSONValue($0) })
      envelope.extras["requirements"] = .integer(traces.count)
      envelope.extras["undated"] = .integer(undated)
      try console.put(envelope.json)
    } else {
      TraceListing(console: console).print(shown, of: traces.count, undated: undated)
    }
    if traces.isEmpty { throw ExitStatus.nothingFound }
  }

  /// The requirements that the subject means, and how many of its measures stand in documents without a date.
  private func traces(in search: PolicySearch) throws -> (traces: [MeasureTrace], undated: Int) {
    var selection = MeasureSelection()
    selection.documents = options.documents
    var anchor: MeasureID?
    if options.subject.hasPrefix("m-"), options.subject.utf8.count == 14 {
      guard let record = try search.measure(withID: options.subject) else {
        throw MeasureOptionError.noMeasure(id: options.subject)
      }
      anchor = record.id
      if !selection.documents.isEmpty { selection.documents.append(record.document.id.name) }
    } else {
      selection.concepts = [options.subject]
    }
    let records = try search.measures(selection)
    let undated = anchor == nil ? records.count { $0.document.metadata.date == nil } : 0
    return (MeasureTrace.traces(of: records, through: anchor), undated)
  }
}
