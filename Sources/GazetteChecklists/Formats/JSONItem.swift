import GazetteExport

/// One item of a JSON checklist as it is read.
struct JSONItem {
  /// Where the cells of the columns go.
  struct Places {
    let count: Int
    fileprivate let roles: [ChecklistRole: Int]
    fileprivate let names: [String: [Int]]

    init(_ columns: [ChecklistTable.Column]) {
      count = columns.count
      var roles: [ChecklistRole: Int] = [:]
      var names: [String: [Int]] = [:]
      for (index, column) in columns.enumerated() {
        if let role = column.role {
          roles[role] = index
        } else {
          names[column.name, default: []].append(index)
        }
      }
      self.roles = roles
      self.names = names
    }
  }

  private var known: [ChecklistRole: String] = [:]
  private var other: [(name: String, text: String)] = []
  private var link: String?
  private var isText = false

  init(_ value: JSONValue) {
    guard case .object(let members) = value else {
      other = [("", value.cellText)]
      return
    }
    isText = members["kind"]?.text == "text"
    link = members["link"]?.text
    for entry in members["other"]?.elements ?? [] {
      other.append((entry["name"]?.text ?? "", entry["text"]?.cellText ?? ""))
    }
    for (key, value) in members.sorted(by: { $0.key < $1.key }) {
      if let role = ChecklistRole(rawValue: key) {
        if value != .null { known[role] = value.cellText }
      } else if !["kind", "link", "other", "requirement"].contains(key), value != .null {
        other.append((key, value.cellText))
      }
    }
  }

  /// Adds the columns that the item has and the file does not name.
  func extend(_ columns: inout [ChecklistTable.Column], in language: ChecklistLanguage) {
    for role in ChecklistRole.allCases
    where known[role]?.isEmpty == false && !columns.contains(where: { $0.role == role }) {
      columns.append(.init(name: ChecklistTerms.standard.header(role, in: language), role: role))
    }
    var counts: [String: Int] = [:]
    for (name, _) in other {
      counts[name, default: 0] += 1
      let there = columns.count { $0.role == nil && $0.name == name }
      if there < counts[name, default: 0] { columns.append(.init(name: name, role: nil)) }
    }
  }

  /// The row of the item.
  func row(_ places: Places) -> ChecklistTable.Row {
    var cells = [ChecklistCell](repeating: ChecklistCell(), count: places.count)
    for (role, text) in known {
      if let place = places.roles[role] { cells[place] = ChecklistCell(text) }
    }
    if let place = places.roles[.source] { cells[place].link = link }
    var used: [String: Int] = [:]
    for (name, text) in other {
      let turn = used[name, default: 0]
      used[name] = turn + 1
      if let list = places.names[name], turn < list.count {
        cells[list[turn]] = ChecklistCell(text)
      }
    }
    return .init(cells: cells, isText: isText)
  }
}
