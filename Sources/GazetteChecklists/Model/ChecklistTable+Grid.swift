extension ChecklistTable {
  /// More cells than these, empty ones included, are not taken from one file.
  package static let maximumCells = 4_000_000
  /// How far down headers are looked for.
  private static let headerReach = 30

  /// Finds the headers, the columns and the rows of a grid of cells, whatever program wrote it.
  ///
  /// Columns are known by their headers in either language; the id column by its cells, whatever it is called.
  ///
  /// - Parameter grid: The rows; they may be of different lengths.
  /// - Throws: `ChecklistError.noChecklist` when nothing is known in it, `tooManyCells` beyond the limit.
  package init(grid: [[ChecklistCell]]) throws(ChecklistError) {
    let grid = grid.filter { row in row.contains { !$0.isBlank } }
    let width = grid.map { row in (row.lastIndex { !$0.text.isEmpty } ?? -1) + 1 }.max() ?? 0
    guard width * grid.count <= ChecklistTable.maximumCells else {
      throw .tooManyCells(limit: ChecklistTable.maximumCells)
    }
    let ids = ChecklistTable.idColumn(of: grid, width: width)
    let firstID = ids.flatMap { column in
      grid.firstIndex { $0.indices.contains(column) && ChecklistTable.isID($0[column]) }
    }
    let header = try ChecklistTable.headerRow(of: grid, firstID: firstID)
    let names = (0..<width).map { column in
      header.flatMap { grid[$0].indices.contains(column) ? grid[$0][column].text : nil } ?? ""
    }
    columns = ChecklistTable.columns(named: names, ids: ids)
    let isChinese = names.contains { $0.unicodeScalars.contains { $0.value >= 0x3400 } }
    language = isChinese || names.allSatisfy(\.isEmpty) ? .chinese : .english
    preamble = header.map { Array(grid[..<$0]) } ?? []
    rows = grid[(header.map { $0 + 1 } ?? 0)...].map { row in
      let missing = [ChecklistCell](repeating: ChecklistCell(), count: max(0, width - row.count))
      return Row(cells: Array(row.prefix(width)) + missing)
    }
  }

  private static func isID(_ cell: ChecklistCell) -> Bool {
    cell.text.utf8.count < 64 && isMeasureID(cell.text.trimmed)
  }

  /// The column with the most ids, if most of what it holds are ids; of several the one that says so, else the last.
  private static func idColumn(of grid: [[ChecklistCell]], width: Int) -> Int? {
    var best: (column: Int, count: Int, isNamed: Bool)?
    for column in 0..<width {
      var count = 0
      var filled = 0
      for row in grid where row.indices.contains(column) && !row[column].isBlank {
        filled += 1
        if isID(row[column]) { count += 1 }
      }
      // The header and what stands above it may fill cells of it too.
      guard count > 0, count * 2 >= filled - 2, count >= best?.count ?? 0 else { continue }
      let isNamed = grid.prefix(headerReach).contains { row in
        row.indices.contains(column)
          && ChecklistTerms.standard.role(ofHeader: row[column].text) == .id
      }
      if let best, best.count == count, best.isNamed, !isNamed { continue }
      best = (column, count, isNamed)
    }
    return best?.column
  }

  /// The row of headers; `nil` for a file without any.
  private static func headerRow(
    of grid: [[ChecklistCell]], firstID: Int?
  ) throws(ChecklistError) -> Int? {
    let reach = min(grid.count, headerReach, firstID ?? grid.count)
    var best: (row: Int, count: Int)?
    for row in 0..<reach {
      let roles = Set(grid[row].compactMap { ChecklistTerms.standard.role(ofHeader: $0.text) })
      if roles.count > best?.count ?? 0 { best = (row, roles.count) }
    }
    if let best, best.count > 1 || firstID != nil { return best.row }
    if firstID == nil {
      guard let best, ChecklistTable.namesTask(grid[best.row]) else { throw .noChecklist }
      return best.row
    }
    guard reach > 0 else { return nil }
    return grid[..<reach].firstIndex { row in row.count { !$0.isBlank } > 1 } ?? 0
  }

  private static func namesTask(_ row: [ChecklistCell]) -> Bool {
    row.contains { ChecklistTerms.standard.role(ofHeader: $0.text) == .task }
  }

  /// The columns by their headers: the first of a role has it; ids are where ids stand.
  package static func columns(named names: [String], ids: Int?) -> [Column] {
    var taken: Set<ChecklistRole> = ids == nil ? [] : [.id]
    return names.enumerated().map { index, name in
      if index == ids { return Column(name: name, role: .id) }
      guard let role = ChecklistTerms.standard.role(ofHeader: name), taken.insert(role).inserted
      else { return Column(name: name, role: nil) }
      return Column(name: name, role: role)
    }
  }
}
