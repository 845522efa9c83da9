import GazetteExport

/// A checklist in the envelope of all answers: an item a row, its cells by what they hold.
enum JSONChecklist {
  /// The file of a table.
  static func bytes(of table: ChecklistTable) throws(ChecklistError) -> [UInt8] {
    Array((JSONText.text(envelope(of: table).json, isPretty: true) + "\n").utf8)
  }

  /// The envelope of a table.
  static func envelope(of table: ChecklistTable) -> Envelope {
    var envelope = Envelope(
      schema: "gazette.checklist/1", revision: table.revision.isEmpty ? nil : table.revision,
      items: table.rows.indices.map { item($0, of: table) })
    for (key, text) in table.style.extras {
      envelope.extras[key] = JSONText.value(text.utf8) ?? .string(text)
    }
    envelope.extras["language"] = .string(table.language.rawValue)
    envelope.extras["selection"] = .array(table.selection.map { .string($0) })
    envelope.extras["columns"] = ColumnList.json(table.columns)
    envelope.extras["name"] = .string(table.name)
    envelope.extras["preamble"] = .array(table.preamble.map(texts))
    envelope.extras["sheets"] = .array(
      table.sheets.map {
        .object(["name": .string($0.name), "rows": .array($0.rows.map(texts))])
      })
    let listed = Set(table.rows.indices.compactMap { table.id(ofRow: $0) })
    envelope.extras["unlisted"] = .array(
      table.origins.values.filter { !listed.contains($0.id) }.sorted { $0.id < $1.id }
        .map(requirement))
    return envelope
  }

  private static func texts(_ cells: [ChecklistCell]) -> JSONValue {
    .array(cells.map { .string($0.text) })
  }

  private static func item(_ index: Int, of table: ChecklistTable) -> JSONValue {
    let row = table.rows[index]
    var object: [String: JSONValue] = ["kind": .string(row.isText ? "text" : "row")]
    for role in ChecklistRole.allCases { object[role.rawValue] = .null }
    var other: [JSONValue] = []
    object["link"] = .null
    for (column, cell) in zip(table.columns, row.cells) {
      if let role = column.role {
        object[role.rawValue] = .string(cell.text)
        if role == .source { object["link"] = JSONValue(cell.link) }
      } else {
        other.append(.object(["name": .string(column.name), "text": .string(cell.text)]))
      }
    }
    object["other"] = .array(other)
    object["requirement"] =
      table.id(ofRow: index).flatMap { table.origins[$0] }.map(requirement) ?? .null
    return .object(object)
  }

  /// What the source states, with every field.
  static func requirement(_ row: ChecklistRow) -> JSONValue {
    var object: [String: JSONValue] = [:]
    for (name, value) in zip(RowFields.names, RowFields.values(of: row)) {
      object[name] = .string(value)
    }
    object["strength"] = .integer(row.strength)
    return .object(object)
  }

  /// The row of a requirement; `nil` for what is none.
  static func row(_ value: JSONValue?) -> ChecklistRow? {
    guard let value, case .object(let members) = value else { return nil }
    let names = RowFields.names.filter { members[$0] != nil }
    return RowFields.row(named: names, names.map { members[$0]?.cellText ?? "" })
  }

  /// Reads a file, whoever wrote it: keys that are not known become columns.
  static func table(_ utf8: [UInt8]) throws(ChecklistError) -> ChecklistTable {
    guard let whole = JSONText.value(utf8), case .object(let members) = whole,
      let items = members["items"]?.elements
    else { throw .malformed(what: "JSON") }
    let language = members["language"]?.text.flatMap(ChecklistLanguage.init(rawValue:)) ?? .english
    var columns = ColumnList.columns(of: members["columns"])
    if columns.isEmpty {
      columns = ChecklistRole.standard.map {
        .init(name: ChecklistTerms.standard.header($0, in: language), role: $0)
      }
    }
    let rows = items.map { JSONItem($0) }
    for row in rows { row.extend(&columns, in: language) }
    guard rows.count * columns.count <= ChecklistTable.maximumCells else {
      throw .tooManyCells(limit: ChecklistTable.maximumCells)
    }
    let places = JSONItem.Places(columns)
    var table = ChecklistTable(
      language: language, columns: columns, rows: rows.map { $0.row(places) })
    table.name = members["name"]?.text ?? ""
    table.revision = members["revision"]?.text ?? ""
    table.selection = members["selection"]?.elements?.compactMap(\.text) ?? []
    table.preamble = grid(members["preamble"])
    table.sheets = (members["sheets"]?.elements ?? []).map {
      .init(name: $0["name"]?.text ?? "", rows: grid($0["rows"]))
    }
    for entry in items {
      if let row = row(entry["requirement"]) { table.origins[row.id] = row }
    }
    for entry in members["unlisted"]?.elements ?? [] {
      if let row = row(entry) { table.origins[row.id] = row }
    }
    let known: Set<String> = [
      "schema", "ok", "revision", "complete", "truncated", "total", "items", "next", "language",
      "selection", "columns", "name", "preamble", "sheets", "unlisted",
    ]
    for (key, value) in members where !known.contains(key) {
      table.style.extras[key] = JSONText.text(value, isPretty: false)
    }
    return table
  }

  private static func grid(_ value: JSONValue?) -> [[ChecklistCell]] {
    (value?.elements ?? []).map { row in
      (row.elements ?? [row]).map { ChecklistCell($0.cellText) }
    }
  }
}
