import ArgumentParser
import Gazette
import GazetteChecklists
import GazetteConsole

/// `gazette checklist write`: the measures that are selected as a file to be filled in.
struct ChecklistWriteCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "write", abstract: Console.current.say("checklist.write.abstract"),
      // What `gazette checklist --help` shows too, since this subcommand needs no name.
      discussion: Console.current.discussion("checklist") + "\n\n"
        + Console.current.discussion("checklist.write"))
  }

  @OptionGroup var selection: MeasureOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(Console.current.say("checklist.out"), valueName: "file"))
  var out: String?

  @Option(
    help: ArgumentHelp(Console.current.say("checklist.format"), valueName: "xlsx|csv|md|json|ics"))
  var format: ChecklistForm?

  @Option(help: ArgumentHelp(Console.current.say("checklist.lang"), valueName: "zh|en"))
  var lang: ChecklistLanguage?

  @Flag(help: ArgumentHelp(Console.current.say("checklist.bom")))
  var bom = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (format ?? out.flatMap(ChecklistForm.init(file:))) != .xlsx || out != nil else {
      throw ValidationError(Console.current.say("checklist.xlsx-out"))
    }
  }

  func run() throws {
    let console = Console.current
    let form = format ?? out.flatMap(ChecklistForm.init(file:)) ?? .csv
    let language = lang ?? (console.isChinese ? .chinese : .english)
    var checklist = try ChecklistSource(global).checklist(selection, language)
    if form == .calendar { checklist.rows.removeAll(where: \.date.isEmpty) }
    guard !checklist.rows.isEmpty else {
      if console.isJSON { try console.put(ChecklistFile.json(of: ChecklistTable(checklist))) }
      console.tell(console.say("measures.none"))
      throw ExitStatus.nothingFound
    }
    var table = ChecklistTable(checklist)
    table.style.hasMark = bom
    // A list of tasks is numbered by its order.
    if form == .markdown || form == .calendar { table.remove(.number) }
    if let out {
      try FileWriting.replace(out, with: ChecklistFile.bytes(of: table, form: form))
      console.tell(console.say("checklist.written", "\(table.rows.count)", out))
    }
    if console.isJSON {
      try console.put(ChecklistFile.json(of: table))
    } else if out == nil {
      console.put(String(decoding: try ChecklistFile.bytes(of: table, form: form), as: UTF8.self))
    }
  }
}
