import GazetteDocument
import GazetteExport

/// Writes a checklist as a calendar of tasks (RFC 5545, VTODO).
///
/// The time stamps come from the sources and not from the clock: the same table gives the same bytes.
enum CalendarWriter {
  /// What stands before a property that is the person's own, in the name of its column.
  static let ownPrefix = "ics:"

  /// The file of a table.
  static func bytes(of table: ChecklistTable) -> [UInt8] {
    var bytes: [UInt8] = []
    func put(_ line: String) { CalendarText.append(line, to: &bytes) }
    put("BEGIN:VCALENDAR")
    put("VERSION:2.0")
    put("PRODID:-//Gazette//Gazette//EN")
    put("X-GAZETTE-LANGUAGE:" + table.language.rawValue)
    if !table.revision.isEmpty { put("X-GAZETTE-REVISION:" + CalendarText.escaped(table.revision)) }
    for word in table.selection { put("X-GAZETTE-SELECTION:" + CalendarText.escaped(word)) }
    for column in table.columns where column.role == nil && !column.name.hasPrefix(ownPrefix) {
      put("X-GAZETTE-OWN-COLUMN:" + CalendarText.escaped(column.name))
    }
    for line in (table.style.extras["calendar"] ?? "").split(separator: "\n") { put(String(line)) }
    for index in table.rows.indices {
      if table.rows[index].isText {
        for line in table.rows[index].cells[0].text.split(separator: "\n") { put(String(line)) }
      } else {
        for line in task(index, of: table) { put(line) }
      }
    }
    let listed = Set(table.rows.indices.compactMap { table.id(ofRow: $0) })
    for (id, row) in table.origins.sorted(by: { $0.key < $1.key }) where !listed.contains(id) {
      put(requirement("X-GAZETTE-UNLISTED", row))
    }
    put("END:VCALENDAR")
    return bytes
  }

  private static func task(_ index: Int, of table: ChecklistTable) -> [String] {
    let row = table.rows[index]
    let origin = table.id(ofRow: index).flatMap { table.origins[$0] }
    var own: [String: [String]] = [:]
    var lines = ["BEGIN:VTODO"]
    var later: [String] = []
    for (place, column) in table.columns.enumerated() where !row.cells[place].isBlank {
      let text = row.cells[place].text
      guard column.role == nil else { continue }
      if column.name.hasPrefix(ownPrefix) {
        let head = String(column.name.dropFirst(ownPrefix.count))
        let name = head.split(separator: ";").first.map(String.init) ?? head
        own[name, default: []] += text.split(separator: "\n").map {
          head.hasPrefix("BEGIN:") ? String($0) : head + ":" + $0
        }
      } else {
        later.append(
          "X-GAZETTE-CELL;X-COLUMN=" + CalendarText.quoted(column.name) + ":"
            + CalendarText.escaped(text))
      }
    }
    func text(_ role: ChecklistRole) -> String { table.text(index, role) }
    if own["UID"] == nil, !text(.id).isEmpty {
      lines.append("UID:" + CalendarText.escaped(text(.id)))
    }
    if own["UID"] == nil, text(.id).isEmpty { lines.append("UID:row-\(index + 1)") }
    lines.append("DTSTAMP:" + stamp(origin?.written ?? ""))
    if own["DUE"] == nil {
      if let day = CalendarDate(iso: text(.deadline).trimmed), day.day != nil {
        lines.append("DUE;VALUE=DATE:" + compact(day))
      } else if !text(.deadline).trimmed.isEmpty {
        lines.append("X-GAZETTE-DEADLINE:" + CalendarText.escaped(text(.deadline)))
      }
    }
    lines.append("SUMMARY:" + CalendarText.escaped(text(.task)))
    let state = ChecklistTerms.standard.state(of: text(.status))
    lines.append("STATUS:" + CalendarWriter.status(state))
    if !text(.status).trimmed.isEmpty,
      state == .open || state == nil
        || text(.status) != ChecklistTerms.standard.word(state ?? .open, in: table.language)
    {
      lines.append("X-GAZETTE-STATUS:" + CalendarText.escaped(text(.status)))
    }
    if own["COMPLETED"] == nil, !text(.done).trimmed.isEmpty {
      if let day = CalendarDate(iso: text(.done).trimmed), day.day != nil {
        lines.append("COMPLETED:" + compact(day) + "T000000Z")
      } else {
        lines.append("X-GAZETTE-DONE:" + CalendarText.escaped(text(.done)))
      }
    }
    if own["PRIORITY"] == nil, let origin { lines.append("PRIORITY:\(priority(origin.strength))") }
    if own["DESCRIPTION"] == nil, let origin {
      lines.append("DESCRIPTION:" + CalendarText.escaped(description(of: origin)))
    }
    if let origin, origin.link.hasPrefix("http"), own["URL"] == nil {
      lines.append("URL:" + origin.link)
    }
    if !text(.notes).trimmed.isEmpty {
      lines.append("COMMENT:" + CalendarText.escaped(text(.notes)))
    }
    for role in [ChecklistRole.number, .lead, .responsible, .check, .former, .source]
    where !text(role).trimmed.isEmpty {
      lines.append("X-GAZETTE-\(role.rawValue.uppercased()):" + CalendarText.escaped(text(role)))
    }
    lines += later
    if let origin { lines.append(requirement("X-GAZETTE-REQUIREMENT", origin)) }
    for name in own.keys.sorted() where !name.hasPrefix("BEGIN:") { lines += own[name] ?? [] }
    for name in own.keys.sorted() where name.hasPrefix("BEGIN:") { lines += own[name] ?? [] }
    return lines + ["END:VTODO"]
  }

  /// What a source states, as one property.
  private static func requirement(_ name: String, _ row: ChecklistRow) -> String {
    let json = JSONText.text(JSONChecklist.requirement(row), isPretty: false)
    return name + ":" + CalendarText.escaped(json)
  }

  /// What a task says at length when nobody wrote something else: the sentence, and where it stands.
  static func description(of row: ChecklistRow) -> String {
    [row.sentence, row.citation].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// How urgent a task is to a calendar: 1 for a ban or a strict duty, 9 for a permission.
  static func priority(_ strength: Int) -> Int {
    switch strength {
    case 5: 1
    case 4: 2
    case 3: 5
    case 2: 7
    default: 9
    }
  }

  static func status(_ state: ChecklistState?) -> String {
    switch state {
    case .done: "COMPLETED"
    case .doing: "IN-PROCESS"
    case .dropped: "CANCELLED"
    case .open, nil: "NEEDS-ACTION"
    }
  }

  private static func compact(_ day: CalendarDate) -> String {
    day.description.replacing("-", with: "")
  }

  /// The day of the source, since a clock would give other bytes each time.
  private static func stamp(_ written: String) -> String {
    guard let date = CalendarDate(iso: written) else { return "20000101T000000Z" }
    let digits = String(date.firstDayNumber)
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits + "T000000Z"
  }
}
