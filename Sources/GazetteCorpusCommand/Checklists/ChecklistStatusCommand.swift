import ArgumentParser
import Gazette
import GazetteChecklists
import GazetteConsole

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `gazette checklist status`: how far a checklist is, with an exit status for scripts.
struct ChecklistStatusCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "status", abstract: Console.current.say("checklist.status.abstract"),
      discussion: Console.current.discussion("checklist.status"))
  }

  @Argument(help: ArgumentHelp(Console.current.say("checklist.file"), valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp(Console.current.say("checklist.today"), valueName: "date"))
  var today: String?

  @Option(help: ArgumentHelp(Console.current.say("checklist.days"), valueName: "n"))
  var days = 30

  @Option(help: ArgumentHelp(Console.current.say("checklist.svg"), valueName: "file"))
  var svg: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    let isDay = today.map { CalendarDate(iso: $0)?.day != nil } ?? true
    guard isDay, (0...36_500).contains(days) else {
      throw ValidationError(Console.current.say("checklist.status.range"))
    }
  }

  func run() throws {
    let console = Console.current
    let bytes = try FileReading.bytes(of: file, limit: ChecklistFile.maximumSize)
    let table = try ChecklistFileError.table(bytes, file: file)
    guard let day = today.flatMap({ CalendarDate(iso: $0) }) ?? Self.clock() else { return }
    let status = ChecklistStatus(table, today: day, days: days)
    if let svg {
      let title = table.name.isEmpty ? console.say("checklist.title") : table.name
      let picture = BurnUpChart(status).svg(title: title, inChinese: console.isChinese)
      try FileWriting.replace(svg, with: Array(picture.utf8))
    }
    let concerned = status.tasks.filter { !$0.concerns.isEmpty }
    if console.isJSON {
      var envelope = Envelope(
        schema: "gazette.checklist-status/1",
        revision: table.revision.isEmpty ? nil : table.revision,
        items: concerned.map { JSONValue($0) })
      envelope.extras["counts"] = JSONValue(status)
      envelope.extras["today"] = .string(day.description)
      envelope.extras["days"] = .integer(days)
      try console.put(envelope.json)
    } else {
      print(status, concerned, console)
    }
    if status.asksForAttention { throw ExitStatus.nothingFound }
  }

  private func print(
    _ status: ChecklistStatus, _ concerned: [ChecklistStatus.Task], _ console: Console
  ) {
    let say = console.say
    var text = ""
    for task in concerned {
      let reasons = ChecklistStatus.Concern.allCases.filter(task.concerns.contains)
        .map { say("checklist.concern." + $0.rawValue) }
      text += console.strong(reasons.joined(separator: console.isChinese ? "、" : ", "))
      text += (task.due.map { "  \($0)" } ?? "") + (task.id.isEmpty ? "" : "  " + task.id)
      text += "\n  " + TerminalText.visible(task.task) + "\n"
    }
    var counts = ChecklistState.allCases.map { state in
      say("checklist.state." + state.rawValue) + " \(status.count(state))"
    }
    counts += ChecklistStatus.Concern.allCases.map { concern in
      say("checklist.concern." + concern.rawValue) + " \(status.count(concern))"
    }
    counts.append(say("checklist.fate.was-retired") + " \(status.retired)")
    let head = say("checklist.status.count", "\(status.tasks.count)", status.today.description)
    console.put(
      text + head + (console.isChinese ? "：" : ": ")
        + counts.joined(separator: console.isChinese ? "，" : ", ") + "\n")
  }

  /// The day by the clock of the machine, in its own zone.
  private static func clock() -> CalendarDate? {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return CalendarDate(
      year: Int(parts.tm_year) + 1_900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
