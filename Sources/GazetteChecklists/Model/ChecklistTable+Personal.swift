extension ChecklistTable {
  /// Whether a cell holds what a person wrote: all cells of their own columns, of states and notes; of the columns
  /// that say what the source states, those that say something else.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - column: The column.
  /// - Returns: `false` for an empty cell.
  package func isPersonal(row: Int, column: Int) -> Bool {
    let cell = rows[row].cells[column]
    guard !cell.isBlank else { return false }
    guard !rows[row].isText, let role = columns[column].role else { return true }
    switch role {
    case .number, .id, .former: return false
    case .check: return !ChecklistMark.isWhole(cell.text)
    case .status, .notes, .done: return true
    case .task, .lead, .responsible, .deadline, .source:
      guard let origin = id(ofRow: row).flatMap({ origins[$0] }) else { return true }
      return !cell.says(origin.text(of: role, in: language))
    }
  }

  /// How many cells hold what a person wrote, other sheets included.
  package var personalCells: Int {
    var count = 0
    for row in rows.indices {
      count += columns.indices.count { isPersonal(row: row, column: $0) }
    }
    for row in preamble { count += row.count { !$0.isBlank } }
    for sheet in sheets { for row in sheet.rows { count += row.count { !$0.isBlank } } }
    return count
  }
}
