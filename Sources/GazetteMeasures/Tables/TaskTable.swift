import GazetteDocument

/// A list of tasks in the form of a table: rows whose cells are parted by tabs, below a row of heads.
struct TaskTable {
  /// What each column holds; `nil` for columns that say nothing of the task.
  let columns: [TaskColumn?]

  /// Reads a row of heads; `nil` for a row that names no task, or neither body nor date.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - row: The row, in bytes.
  init?(heads text: [UInt8], in row: Range<Int>) {
    let cells = TaskTable.cells(text, in: row)
    guard cells.count >= 2 else { return nil }
    columns = cells.map { TaskColumn(head: text[$0]) }
    let known = Set(columns.compactMap { $0 })
    guard known.contains(.task), known.contains(where: { $0.role != nil || $0 == .deadline }) else {
      return nil
    }
  }

  /// The cells of a row without the white space around them; those that are empty too.
  static func cells(_ text: [UInt8], in row: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    for index in row.lowerBound...row.upperBound
    where index == row.upperBound || text[index] == 0x09 {
      var (low, high) = (start, index)
      while low < high, text[low] == 0x20 || text[low] &- 0x0A < 4 { low += 1 }
      while low < high, text[high - 1] == 0x20 || text[high - 1] &- 0x0A < 4 { high -= 1 }
      cells.append(low..<high)
      start = index + 1
    }
    return cells
  }

  /// The names in a cell: parted by 、, commas and semicolons.
  static func names(_ text: [UInt8], in cell: Range<Int>) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var start = cell.lowerBound
    var index = cell.lowerBound
    while index <= cell.upperBound {
      var length = 0
      if index == cell.upperBound || text[index] == 0x3B || text[index] == 0x2C {
        length = 1
      } else {
        let sign = text.span.triple(at: index, end: cell.upperBound)
        let parts = [HanSign.listComma, HanSign.comma, HanSign.semicolon, HanSign.wideComma]
        if parts.contains(sign) { length = 3 }
      }
      guard length > 0 else {
        index += 1
        continue
      }
      var (low, high) = (start, index)
      while low < high, text[low] == 0x20 { low += 1 }
      while low < high, text[high - 1] == 0x20 { high -= 1 }
      if low < high { names.append(low..<high) }
      index += length
      start = index
    }
    return names
  }

  /// Puts what the columns say into the measure of a row.
  ///
  /// - Parameters:
  ///   - draft: The measure that its task asks for.
  ///   - cells: The cells of the row.
  ///   - text: The text.
  func fill(_ draft: inout DraftMeasure, from cells: [Range<Int>], in text: [UInt8]) {
    var actors: [DraftMeasure.Actor] = []
    for (column, cell) in zip(columns, cells) where !cell.isEmpty {
      if let role = column?.role {
        actors += TaskTable.names(text, in: cell).map { DraftMeasure.Actor(range: $0, role: role) }
      } else if column == .deadline {
        draft.deadline = cell
      } else if column == .indicator, draft.indicators.isEmpty {
        draft.indicators = [cell]
      }
    }
    if !actors.isEmpty { draft.actors = actors }
    draft.cues.append((.bracket, cells.last { !$0.isEmpty }))
  }
}
