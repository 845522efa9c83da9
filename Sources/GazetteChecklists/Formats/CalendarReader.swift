import GazetteDocument
import GazetteExport

/// Reads a calendar of tasks, its own or one that a calendar program saved: what it does not know is kept as it stands.
struct CalendarReader {
  private var language = ChecklistLanguage.english
  private var revision = ""
  private var selection: [String] = []
  private var own: [String] = []
  private var extras: [String] = []
  private var origins: [String: ChecklistRow] = [:]
  private var tasks: [(cells: [String: String], isText: Bool)] = []

  /// Reads a file.
  static func table(_ utf8: [UInt8]) throws(ChecklistError) -> ChecklistTable {
    var reader = CalendarReader()
    let lines = CalendarText.lines(utf8)
    guard lines.first?.uppercased() == "BEGIN:VCALENDAR" else {
      throw .malformed(what: "iCalendar")
    }
    reader.read(lines.dropFirst())
    return try reader.table()
  }

  private mutating func read(_ lines: ArraySlice<String>) {
    var position = lines.startIndex
    while position < lines.endIndex {
      let line = lines[position]
      position += 1
      let property = CalendarText.property(line)
      if property?.name == "BEGIN" {
        let kind = property?.value ?? ""
        let block = CalendarReader.block(line, in: lines, &position)
        if kind.uppercased() == "VTODO" {
          task(block.dropFirst())
        } else {
          tasks.append((["text": block.joined(separator: "\n")], true))
        }
        continue
      }
      guard line.uppercased() != "END:VCALENDAR" else { continue }
      switch property?.name {
      case "VERSION", "PRODID": break
      case "X-GAZETTE-LANGUAGE":
        language = property.flatMap { ChecklistLanguage(rawValue: $0.value) } ?? language
      case "X-GAZETTE-REVISION": revision = CalendarText.text(property?.value ?? "")
      case "X-GAZETTE-SELECTION": selection.append(CalendarText.text(property?.value ?? ""))
      case "X-GAZETTE-UNLISTED":
        let json = CalendarText.text(property?.value ?? "")
        if let row = JSONChecklist.row(JSONText.value(json.utf8)) { origins[row.id] = row }
      case "X-GAZETTE-OWN-COLUMN": own.append(CalendarText.text(property?.value ?? ""))
      default: extras.append(line)
      }
    }
  }

  /// A component within another, from the line that begins it; the position goes behind its end.
  private static func block(
    _ begin: String, in lines: ArraySlice<String>, _ position: inout Int
  ) -> [String] {
    var block = [begin]
    var depth = 1
    while position < lines.endIndex, depth > 0 {
      let inner = lines[position]
      position += 1
      if inner.uppercased().hasPrefix("BEGIN:") { depth += 1 }
      if inner.uppercased().hasPrefix("END:") { depth -= 1 }
      block.append(inner)
    }
    return block
  }

  /// The lines of one task, its end among them.
  private mutating func task(_ lines: ArraySlice<String>) {
    var cells: [String: String] = [:]
    var counts: [String: Int] = [:]
    var state: ChecklistState?
    var origin: ChecklistRow?
    var raw: [(CalendarText.Property)] = []
    func role(_ role: ChecklistRole) -> String { "role:" + role.rawValue }
    func add(_ key: String, _ text: String) {
      cells[key] = cells[key].map { $0 + "\n" + text } ?? text
    }
    var position = lines.startIndex
    while position < lines.endIndex {
      let line = lines[position]
      position += 1
      if line.uppercased().hasPrefix("BEGIN:") {
        let block = CalendarReader.block(line, in: lines, &position)
        add(CalendarWriter.ownPrefix + line.uppercased(), block.joined(separator: "\n"))
        continue
      }
      guard let property = CalendarText.property(line) else {
        add(role(.notes), line)
        continue
      }
      let text = CalendarText.text(property.value)
      switch property.name {
      case "END", "DTSTAMP": break
      case "UID": add(role(.id), text)
      case "SUMMARY": add(role(.task), text)
      case "COMMENT": add(role(.notes), text)
      case "STATUS": state = CalendarReader.state(property.value)
      case "X-GAZETTE-REQUIREMENT":
        origin = JSONChecklist.row(JSONText.value(text.utf8))
      case "X-GAZETTE-CELL":
        let name = CalendarReader.column(property.parameters)
        let turn = counts[name, default: 0]
        counts[name] = turn + 1
        cells["own:\(turn):" + name] = text
      case let name where name.hasPrefix("X-GAZETTE-"):
        let word = name.dropFirst("X-GAZETTE-".count).lowercased()
        if let known = ChecklistRole(rawValue: word) {
          add(role(known), text)
        } else {
          add(CalendarWriter.ownPrefix + property.head, property.value)
        }
      default: raw.append(property)
      }
    }
    if let origin { origins[origin.id] = origin }
    for property in raw { take(property, origin, &cells) }
    if cells[role(.id)]?.hasPrefix("row-") == true { cells[role(.id)] = nil }
    settle(state, &cells)
    tasks.append((cells, false))
  }

  /// A property of calendars: into its column, left out where it is only what the writer makes, else kept as it is.
  private func take(
    _ property: CalendarText.Property, _ origin: ChecklistRow?, _ cells: inout [String: String]
  ) {
    let value = property.value
    switch property.name {
    case "DUE":
      let day = CalendarReader.day(value)
      if let day { cells["role:deadline"] = day }
      if day != nil, value.utf8.count == 8 { return }
    case "COMPLETED":
      let day = CalendarReader.day(value)
      if let day { cells["role:done"] = day }
      if day != nil, value.hasSuffix("T000000Z") { return }
    case "PRIORITY":
      if let origin, value == String(CalendarWriter.priority(origin.strength)) { return }
    case "DESCRIPTION":
      if let origin, CalendarText.text(value) == CalendarWriter.description(of: origin) { return }
    case "URL":
      if let origin, value == origin.link { return }
    default: break
    }
    let key = CalendarWriter.ownPrefix + property.head
    cells[key] = cells[key].map { $0 + "\n" + value } ?? value
  }

  /// The state that the program keeps wins; words that say something else are kept as a note.
  private func settle(_ state: ChecklistState?, _ cells: inout [String: String]) {
    let words = cells["role:status"] ?? ""
    let named = ChecklistTerms.standard.state(of: words)
    guard let state else { return }
    let isSame = named == state || state == .open && (named == nil || named == .open)
    if isSame { return }
    cells["role:status"] = ChecklistTerms.standard.word(state, in: language)
    guard !words.isEmpty else { return }
    let note = ChecklistTerms.standard.header(.status, in: language) + ": " + words
    cells["role:notes"] = cells["role:notes"].map { $0 + "\n" + note } ?? note
  }

  private func table() throws(ChecklistError) -> ChecklistTable {
    var keys: Set<String> = []
    for task in tasks where !task.isText { keys.formUnion(task.cells.keys) }
    let roles: [ChecklistRole] = [
      .number, .task, .lead, .responsible, .deadline, .status, .done, .notes, .check, .former,
      .source, .id,
    ]
    let usual: Set<ChecklistRole> = Set(ChecklistRole.standard).subtracting([.number])
    var columns: [(key: String, column: ChecklistTable.Column)] = []
    for role in roles where usual.contains(role) || keys.contains("role:" + role.rawValue) {
      let name = ChecklistTerms.standard.header(role, in: language)
      columns.append(("role:" + role.rawValue, .init(name: name, role: role)))
    }
    var turns: [String: Int] = [:]
    for name in own {
      columns.append(("own:\(turns[name, default: 0]):" + name, .init(name: name, role: nil)))
      turns[name, default: 0] += 1
    }
    for key in keys.subtracting(columns.map(\.key)).sorted() {
      var name = key
      if key.hasPrefix("own:") {
        name =
          key.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).last
          .map(String.init) ?? key
      }
      columns.append((key, .init(name: name, role: nil)))
    }
    guard columns.count * tasks.count <= ChecklistTable.maximumCells else {
      throw .tooManyCells(limit: ChecklistTable.maximumCells)
    }
    var table = ChecklistTable(language: language, columns: columns.map(\.column), rows: [])
    table.rows = tasks.map { task in
      var cells = columns.map { ChecklistCell(task.cells[$0.key] ?? "") }
      if task.isText { cells[0] = ChecklistCell(task.cells["text"] ?? "") }
      return .init(cells: cells, isText: task.isText)
    }
    table.revision = revision
    table.selection = selection
    table.origins = origins
    if !extras.isEmpty { table.style.extras["calendar"] = extras.joined(separator: "\n") }
    return table
  }

  private static func state(_ value: String) -> ChecklistState? {
    switch value.uppercased() {
    case "COMPLETED": .done
    case "IN-PROCESS": .doing
    case "CANCELLED": .dropped
    case "NEEDS-ACTION": .open
    default: nil
    }
  }

  /// The day of a date or a time, as ISO 8601, with the time where there is one.
  private static func day(_ value: String) -> String? {
    let digits = value.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 8, value.count == 8 || value.dropFirst(8).hasPrefix("T") else {
      return nil
    }
    let text = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
    return CalendarDate(iso: text) == nil ? nil : text
  }

  private static func column(_ parameters: String) -> String {
    guard let place = parameters.range(ofLast: "X-COLUMN=") else { return "" }
    return CalendarText.unquoted(String(parameters[place...].dropFirst("X-COLUMN=".count)))
  }
}
