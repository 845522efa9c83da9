/// The hidden sheet of a workbook that says what the sources said when it was written.
enum XLSXOrigins {
  /// The name of the sheet.
  static let sheetName = "gazette-source"
  /// The longest text that a cell of a workbook can hold, in UTF-16 units.
  static let cellLimit = 32_767

  /// The rows of the sheet: what belongs to the whole, then a row for each measure.
  static func rows(of table: ChecklistTable) -> [[String]] {
    var rows = [
      ["language", table.language.rawValue], ["revision", table.revision],
      ["selection"] + table.selection, RowFields.names,
    ]
    for (_, row) in table.origins.sorted(by: { $0.key < $1.key }) {
      let values = RowFields.values(of: row)
      if values.allSatisfy({ $0.utf16.count <= cellLimit }) { rows.append(values) }
    }
    return rows
  }

  /// Takes the sheet into a table; what is damaged in it is left out.
  static func read(_ grid: [[ChecklistCell]], into table: inout ChecklistTable) {
    var names: [String]?
    for row in grid {
      let texts = row.map(\.text)
      guard let first = texts.first else { continue }
      if let names {
        if let read = RowFields.row(named: names, texts) { table.origins[read.id] = read }
      } else if first == "language" {
        if let language = texts.dropFirst().first.flatMap(ChecklistLanguage.init(rawValue:)) {
          table.language = language
        }
      } else if first == "revision" {
        table.revision = texts.dropFirst().first ?? ""
      } else if first == "selection" {
        table.selection = texts.dropFirst().filter { !$0.isEmpty }
      } else if first == RowFields.names[0] {
        names = texts
      }
    }
  }
}
