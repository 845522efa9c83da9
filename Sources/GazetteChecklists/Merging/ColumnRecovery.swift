/// Finds the columns of a file whose headers are not known by what stands in them, and adds those that a merge needs.
struct ColumnRecovery {
  /// The table with its columns.
  private(set) var table: ChecklistTable
  /// For each column of the file its place in the table.
  private(set) var places: [Int]

  init(_ file: ChecklistTable, places: [Int]? = nil) {
    table = file
    self.places = places ?? Array(file.columns.indices)
  }

  /// Gives roles to columns that hold what the source states, row for row.
  ///
  /// - Parameter rows: What the sources state, by ids.
  mutating func recover(from rows: [String: ChecklistRow]) {
    for role in ChecklistRole.stated where table.column(role) == nil {
      var best: (column: Int, hits: Int)?
      for column in table.columns.indices where table.columns[column].role == nil {
        var hits = 0
        var filled = 0
        for index in table.rows.indices {
          guard let id = table.id(ofRow: index), let row = table.origins[id] ?? rows[id] else {
            continue
          }
          let cell = table.rows[index].cells[column]
          guard !cell.isBlank else { continue }
          filled += 1
          let stated = row.text(of: role, in: table.language)
          if !stated.isEmpty, cell.says(stated) { hits += 1 }
        }
        if hits > 0, hits * 2 >= filled, hits > best?.hits ?? 0 { best = (column, hits) }
      }
      if let best { table.columns[best.column].role = role }
    }
  }

  /// Adds a column where there is none of a role: before the citation, else before an id that stands last, else at the end.
  mutating func ensure(_ role: ChecklistRole) {
    guard table.column(role) == nil else { return }
    var place = table.columns.count
    if role != .id {
      if let last = table.columns.indices.last, table.columns[last].role == .id { place = last }
      if role == .check || role == .former, let source = table.column(.source) { place = source }
    }
    let name = ChecklistTerms.standard.header(role, in: table.language)
    table.columns.insert(.init(name: name, role: role), at: place)
    for index in table.rows.indices {
      let isText = table.rows[index].isText && place == 0
      table.rows[index].cells.insert(ChecklistCell(), at: place)
      // Lines that are no task stand in the first column.
      if isText { table.rows[index].cells.swapAt(0, 1) }
    }
    places = places.map { $0 >= place ? $0 + 1 : $0 }
  }
}
