/// Counts the cells of the person's file in what is to be written: each has to be there.
struct CellAccount {
  /// How many cells have something in them.
  private(set) var found = 0
  /// How many of them are there afterwards.
  private(set) var kept = 0

  private let file: ChecklistTable
  private let merged: ChecklistTable
  /// For each column of the file its place in the merged table.
  private let places: [Int]

  /// Counts.
  ///
  /// - Parameters:
  ///   - file: The person's file.
  ///   - merged: What is to be written.
  ///   - places: For each column of the file its place in the merged table.
  ///   - rows: For each row of the file its place in the merged table.
  /// - Throws: `ChecklistError.cellLost` at the first cell that is not there.
  init(
    _ file: ChecklistTable, _ merged: ChecklistTable, places: [Int], rows: [Int?]
  ) throws(ChecklistError) {
    self.file = file
    self.merged = merged
    self.places = places
    for (index, row) in file.rows.enumerated() {
      for (column, cell) in row.cells.enumerated() where !cell.isBlank {
        found += 1
        guard let target = rows[index], isKept(cell, row: index, column: column, in: target) else {
          throw .cellLost(text: cell.text, column: file.columns[column].name)
        }
        kept += 1
      }
    }
    for (before, after) in [(file.preamble, merged.preamble)]
      + zip(file.sheets, merged.sheets).map({ ($0.rows, $1.rows) })
    {
      let count = before.joined().count { !$0.isBlank }
      found += count
      guard before == after else { throw .cellLost(text: "", column: "") }
      kept += count
    }
    guard file.sheets.count == merged.sheets.count else {
      throw .cellLost(text: file.sheets.last?.name ?? "", column: "")
    }
    for (column, entry) in file.columns.enumerated()
    where merged.columns[places[column]].name != entry.name {
      throw .cellLost(text: entry.name, column: entry.name)
    }
  }

  /// Whether a cell is where it was, or, where the source has something new to say, kept in the row beside it.
  private func isKept(_ cell: ChecklistCell, row: Int, column: Int, in target: Int) -> Bool {
    let after = merged.rows[target].cells[places[column]]
    if after.text == cell.text { return true }
    guard let role = merged.columns[places[column]].role else { return false }
    switch role {
    case .check: return ChecklistMark.isWhole(cell.text) || after.text.contains(cell.text)
    case .source:
      let said = file.id(ofRow: row).flatMap { file.origins[$0] }
      return CellAccount.isCitation(cell.text) || said.map { cell.says($0.citation) } == true
    case .id: return ChecklistTable.isMeasureID(cell.text.trimmed)
    case .former: return after.text.hasSuffix(cell.text)
    case .task, .lead, .responsible, .deadline:
      return merged.column(.former).map {
        merged.rows[target].cells[$0].text.contains(cell.text.trimmed)
      } ?? false
    case .number, .status, .notes, .done: return false
    }
  }

  /// Whether a text is a citation as the program writes it: it ends with a machine address.
  static func isCitation(_ text: String) -> Bool {
    let trimmed = text.trimmed
    guard trimmed.hasSuffix(")"), let open = trimmed.range(ofLast: "(gz:") else { return false }
    let parts = trimmed[open...].dropFirst(4).dropLast().split(separator: ":")
    return parts.count == 3 && parts[0].count == 8 && parts[2].count == 8 && parts[1].contains("-")
      && parts.allSatisfy { part in
        part.unicodeScalars.allSatisfy { $0.properties.isASCIIHexDigit || $0 == "-" }
      }
  }
}
