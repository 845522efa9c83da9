import GazetteParsing

/// Reads a checklist out of a workbook, as any spreadsheet program saves it.
enum XLSXReader {
  /// Reads a workbook.
  ///
  /// The sheet with the most ids is the checklist; the others are kept beside it.
  static func table(_ bytes: [UInt8]) throws(ChecklistError) -> ChecklistTable {
    let book: Spreadsheet
    do {
      book = try Spreadsheet(bytes)
    } catch {
      throw .unreadable(error)
    }
    let origins = book.sheets.first { $0.name == XLSXOrigins.sheetName }
    let sheets = book.sheets.filter { $0.name != XLSXOrigins.sheetName }
    var grids: [[[ChecklistCell]]] = []
    for sheet in sheets { grids.append(try grid(of: sheet)) }
    let order = grids.indices.sorted { (ids(in: grids[$0]), $1) > (ids(in: grids[$1]), $0) }
    var found: (index: Int, table: ChecklistTable)?
    for index in order {
      if let table = try? ChecklistTable(grid: grids[index]) {
        found = (index, table)
        break
      }
    }
    guard let found else { throw .noChecklist }
    var table = found.table
    table.name = sheets[found.index].name
    table.sheets = sheets.indices.filter { $0 != found.index && !grids[$0].isEmpty }.map {
      ChecklistTable.Sheet(name: sheets[$0].name, rows: grids[$0])
    }
    table.style.formulas = sheets.reduce(0) { $0 + $1.cells.count(where: \.isFormula) }
    if let origins { XLSXOrigins.read(try grid(of: origins), into: &table) }
    return table
  }

  private static func ids(in grid: [[ChecklistCell]]) -> Int {
    grid.reduce(0) { count, row in
      count + row.count { $0.text.utf8.count < 64 && ChecklistTable.isMeasureID($0.text.trimmed) }
    }
  }

  /// The rows that hold anything; cells shown as one over several rows hold what the first of them does.
  private static func grid(
    of sheet: Spreadsheet.Sheet
  ) throws(ChecklistError) -> [[ChecklistCell]] {
    var places: [Int: Int] = [:]
    var widths = 0
    for cell in sheet.cells {
      if places[cell.row] == nil { places[cell.row] = places.count }
      widths = max(widths, cell.column + 1)
    }
    guard places.count * widths <= ChecklistTable.maximumCells else {
      throw .tooManyCells(limit: ChecklistTable.maximumCells)
    }
    var grid = [[ChecklistCell]](
      repeating: [ChecklistCell](repeating: ChecklistCell(), count: widths), count: places.count)
    for cell in sheet.cells {
      guard let row = places[cell.row] else { continue }
      var value = ChecklistCell(cell.text)
      value.number = cell.isFormula ? nil : cell.number
      // A file beside the workbook is written with backslashes.
      value.link = cell.link.map { $0.contains("://") ? $0 : $0.replacing("\\", with: "/") }
      grid[row][cell.column] = value
    }
    for merge in sheet.merges where merge.columns.count == 1 && merge.columns.upperBound < widths {
      guard let first = places[merge.rows.lowerBound] else { continue }
      let column = merge.columns.lowerBound
      for row in places where merge.rows.contains(row.key) && grid[row.value][column].text.isEmpty {
        grid[row.value][column] = grid[first][column]
      }
    }
    return grid
  }
}
