import ArgumentParser
import Gazette
import GazetteConsole

/// `gazette who`: who must do what, by level and body, and what nobody is named for.
struct WhoCommand: ParsableCommand {
  static var configuration: CommandConfiguration { WhoOptions.configuration }

  @OptionGroup var options: WhoOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let search = try PolicySearch(at: global.index)
    let records = try search.measures(
      try options.selection.selected(), by: try options.selection.extractor(for: search))
    let map = ResponsibilityMap(records)
    let orphans = map.withoutBody.map { records[$0] }
    if console.isJSON {
      var envelope = Envelope(
        schema: "gazette.who/1", revision: search.revision,
        items: options.withoutBody ? [] : map.bodies.map { JSONValue($0, in: map) })
      envelope.extras["measures"] = .integer(records.count)
      envelope.extras["withoutBody"] = .array(orphans.map { JSONValue(quoting: $0) })
      try console.put(envelope.json)
    } else if options.withoutBody {
      MeasureListing(console: console).print(orphans, of: orphans.count)
    } else {
      print(map, console)
    }
    let isEmpty = options.withoutBody ? orphans.isEmpty : records.isEmpty
    if isEmpty { throw ExitStatus.nothingFound }
  }

  private func print(_ map: ResponsibilityMap, _ console: Console) {
    var text = ""
    var level: AdministrativeLevel?
    for body in map.bodies {
      if body.levels.first != level {
        level = body.levels.first
        text += (text.isEmpty ? "" : "\n")
        text += console.strong(console.say("who.level." + (level ?? .other).rawValue)) + "\n"
      }
      text += "  " + console.lit(TerminalText.visible(body.name)) + "  "
      text += console.faint(console.say("who.measures", "\(body.tasks.count)")) + "\n"
      for task in body.tasks.prefix(options.limit) {
        let record = map.records[task.record]
        let role = console.say("measures.role." + task.role.rawValue)
        text += "    \(role): " + TerminalText.visible(record.words.text)
        if let deadline = record.words.deadline { text += " · " + TerminalText.visible(deadline) }
        let place = "  @ \(record.citation.short)  \(record.id)"
        text += console.faint(TerminalText.visible(place)) + "\n"
      }
      let rest = body.tasks.count - options.limit
      if rest > 0 { text += "    " + console.faint(console.say("who.more", "\(rest)")) + "\n" }
    }
    console.put(text)
    console.tell(
      console.say(
        "who.count", "\(map.records.count)", "\(map.bodies.count)", "\(map.withoutBody.count)"))
  }
}
