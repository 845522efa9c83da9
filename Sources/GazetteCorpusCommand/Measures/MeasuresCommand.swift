import ArgumentParser
import Gazette
import GazetteChecklists
import GazetteConsole

/// `gazette measures`: what the documents ask for, of whom, by when and how much.
struct MeasuresCommand: ParsableCommand {
  static var configuration: CommandConfiguration { MeasuresOptions.configuration }

  @OptionGroup var options: MeasuresOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let search = try PolicySearch(at: global.index)
    let extractor = try options.selection.extractor(for: search)
    if let id = options.explain { return try explain(id, search, extractor, console) }
    let records = try search.measures(try options.selection.selected(), by: extractor)
    let shown = options.all ? records[...] : records.prefix(options.limit)
    if console.isJSON {
      var envelope = Envelope(
        schema: "gazette.measures/1", revision: search.revision,
        items: shown.map { JSONValue($0) }, total: records.count)
      envelope.extras["cues"] = .null
      try console.put(envelope.json)
    } else {
      switch options.format {
      case .table:
        MeasureListing(console: console).print(Array(shown), of: records.count)
      case .jsonl:
        for record in shown { try console.put(JSONValue(record)) }
      case .csv:
        let rows =
          [MeasureTable.header(inChinese: console.isChinese)]
          + shown.map { MeasureTable.row($0, inChinese: console.isChinese) }
        var style = ChecklistStyle()
        style.hasMark = options.bom
        console.put(String(decoding: CSVWriter.bytes(of: rows, style: style), as: UTF8.self))
      }
      if shown.count < records.count {
        console.tell(console.say("measures.more", "\(shown.count)", "\(records.count)"))
      }
    }
    if records.isEmpty { throw ExitStatus.nothingFound }
  }

  /// Tells by which rules and words one measure was found.
  private func explain(
    _ id: String, _ search: PolicySearch, _ extractor: MeasureExtractor, _ console: Console
  ) throws {
    guard let record = try search.measure(withID: id, by: extractor) else {
      throw MeasureOptionError.noMeasure(id: id)
    }
    let document = try search.document(named: record.document.id.name)
    if console.isJSON {
      var envelope = Envelope(
        schema: "gazette.measures/1", revision: search.revision, items: [JSONValue(record)])
      envelope.extras["cues"] = JSONValue(cuesOf: record, in: document.text)
      try console.put(envelope.json)
    } else {
      MeasureListing(console: console).print(explaining: record, in: document)
    }
  }
}
