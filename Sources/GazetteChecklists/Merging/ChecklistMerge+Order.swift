extension ChecklistMerge {
  /// Puts the rows in their order; gives for each row of the file its new place.
  mutating func arrange(_ checklist: Checklist) -> [Int?] {
    let isRetiring = Set(retiring)
    let active = table.rows.indices.filter { !isRetiring.contains($0) }
    var tail = 0
    for index in active.reversed() {
      guard !table.rows[index].isText,
        ChecklistMark.kind(of: table.text(index, .check)) == .retired
      else { break }
      tail += 1
    }
    var holders: [String: Int] = [:]
    for index in active {
      if let id = table.id(ofRow: index), byID[id] != nil, holders[id] == nil {
        holders[id] = index
      }
    }
    let order = RowOrder(
      active: active, retired: retiring, requirements: now, holders: holders,
      additions: Set(additions.keys), tail: tail)
    var places = [Int?](repeating: nil, count: table.rows.count)
    var rows: [ChecklistTable.Row] = []
    var number =
      table.column(.number).map { column in
        table.rows.compactMap { Int($0.cells[column].text.trimmed) }.max() ?? 0
      } ?? 0
    for slot in order.slots {
      switch slot {
      case .old(let index):
        places[index] = rows.count
        rows.append(table.rows[index])
        report.changes.append(fates[index])
      case .new(let place):
        number = number < Int.max ? number + 1 : number
        rows.append(newRow(now[place], number: number, mark: additions[place]))
        report.changes.append(
          .init(
            fate: .new, id: now[place].id, new: now[place].task,
            mark: additions[place]?.text(in: table.language) ?? "",
            isProposal: additions[place]?.reason == .split))
      }
    }
    table.rows = rows
    remember(checklist)
    return places
  }

  private func newRow(_ row: ChecklistRow, number: Int, mark: ChecklistMark?) -> ChecklistTable.Row
  {
    .init(
      cells: table.columns.map { column in
        guard let role = column.role else { return ChecklistCell() }
        if role == .number { return ChecklistCell(String(number)) }
        if role == .check { return ChecklistCell(mark?.text(in: table.language) ?? "") }
        var cell = ChecklistCell(row.text(of: role, in: table.language))
        if role == .source, !row.link.isEmpty { cell.link = row.link }
        return cell
      })
  }

  /// What the sources say now is what the next merge starts from; of what is gone, what they said last.
  private mutating func remember(_ checklist: Checklist) {
    var origins: [String: ChecklistRow] = [:]
    for index in table.rows.indices {
      guard let id = table.id(ofRow: index) else { continue }
      origins[id] = byID[id] ?? file.origins[id]
    }
    for (id, _) in file.origins where origins[id] == nil { origins[id] = byID[id] }
    table.origins = origins
    table.revision = checklist.revision
    if !checklist.selection.isEmpty { table.selection = checklist.selection }
  }
}
