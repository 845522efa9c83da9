/// Merges a person's file with what the sources state now, against what they stated when the file was written.
///
/// Nothing that a person wrote is dropped: their columns, their order, notes and ticks stay; what the source says in
/// other words stands in the row beside what it said; what it says no more goes to the end. Merging twice gives the same as once.
package struct ChecklistMerge {
  /// What is to be written.
  package internal(set) var table: ChecklistTable
  /// What became of the rows.
  package internal(set) var report = MergeReport()

  let file: ChecklistTable
  let now: [ChecklistRow]
  let byID: [String: ChecklistRow]
  private(set) var recovery: ColumnRecovery
  private(set) var fates: [MergeReport.Change]
  private(set) var additions: [Int: ChecklistMark] = [:]
  private(set) var retiring: [Int] = []

  /// Merges.
  ///
  /// - Parameters:
  ///   - file: The person's file.
  ///   - checklist: What the sources state now.
  ///   - onlyDated: Whether requirements without a date are left out, as in a calendar.
  /// - Throws: `ChecklistError.cellLost` when a cell would be missing; never for a file that was read whole.
  package init(
    _ file: ChecklistTable, with checklist: Checklist, onlyDated: Bool = false
  ) throws(ChecklistError) {
    self.file = file
    var seen: Set<String> = []
    now = checklist.rows.filter { seen.insert($0.id).inserted }
    byID = Dictionary(now.map { ($0.id, $0) }) { first, _ in first }
    recovery = ColumnRecovery(file)
    recovery.recover(from: byID)
    table = recovery.table
    fates = file.rows.map { _ in .init(fate: .own, id: "") }
    merge(onlyDated: onlyDated)
    let places = arrange(checklist)
    let account = try CellAccount(file, table, places: recovery.places, rows: places)
    report.cellsFound = account.found
    report.cellsKept = account.kept
    report.personalCells = file.personalCells
    report.formulas = file.style.formulas
  }

  private mutating func merge(onlyDated: Bool) {
    var held: [String: Int] = [:]
    var gone: [Int] = []
    for index in table.rows.indices {
      guard let id = table.id(ofRow: index) else { continue }
      if byID[id] != nil {
        if held[id] == nil { held[id] = index }
      } else if ChecklistMark.kind(of: table.text(index, .check)) == .retired {
        fates[index] = .init(fate: .wasRetired, id: id)
      } else {
        gone.append(index)
      }
    }
    let elsewhere = idsOfOtherSheets()
    var open = now.indices.filter { held[now[$0].id] == nil && !elsewhere.contains(now[$0].id) }
    let links = link(&open)
    // What the file knows of and does not list, the person took out.
    let known = file.origins
    let removed = open.filter { known[now[$0].id] != nil }
    report.removed = removed.count
    open.removeAll { known[now[$0].id] != nil }
    let olds = gone.map { row in
      RowMatching.Old(
        row: row, origin: table.id(ofRow: row).flatMap { known[$0] }, task: table.text(row, .task),
        source: table.text(row, .source))
    }
    let matching = RowMatching(olds, open.map { now[$0] })
    prepareColumns(
      needsMark: !gone.isEmpty || !open.isEmpty || table.rows.indices.contains { mayChange($0) },
      needsID: !links.isEmpty || !open.isEmpty, needsTask: !open.isEmpty)
    for index in table.rows.indices {
      if let id = table.id(ofRow: index), let row = byID[id] { keep(index, row, before: known[id]) }
    }
    for (index, row) in links { self.link(index, to: row) }
    settle(olds, matching, open)
    let taken = Set(matching.partners.compactMap { $0 })
    for (place, new) in open.enumerated() where !taken.contains(place) {
      guard !onlyDated || !now[new].date.isEmpty else { continue }
      var mark = ChecklistMark(.new)
      if let whole = matching.whole(ofNew: place) {
        let partner = matching.partners[whole].map { now[open[$0]].id }
        mark = .init(.new, .split, other: partner ?? table.id(ofRow: olds[whole].row) ?? "")
      }
      additions[new] = mark
    }
  }

  /// The ids that stand on other sheets: somebody moved the rows there.
  private func idsOfOtherSheets() -> Set<String> {
    var found: Set<String> = []
    for cell in file.sheets.flatMap(\.rows).joined() where cell.text.utf8.count < 64 {
      let text = cell.text.trimmed.lowercased()
      if ChecklistTable.isMeasureID(text) { found.insert(text) }
    }
    return found
  }

  /// Rows without an id whose task is, word for word, a requirement that has no row.
  private func link(_ open: inout [Int]) -> [(Int, ChecklistRow)] {
    var byTask: [String: Int] = [:]
    for new in open.reversed() { byTask[now[new].task.collapsed] = new }
    var found: [(Int, ChecklistRow)] = []
    for index in table.rows.indices
    where !table.rows[index].isText && table.text(index, .id).trimmed.isEmpty {
      guard let new = byTask.removeValue(forKey: table.text(index, .task).collapsed) else {
        continue
      }
      open.removeAll { $0 == new }
      found.append((index, now[new]))
    }
    return found
  }

  private func mayChange(_ index: Int) -> Bool {
    guard let id = table.id(ofRow: index), let row = byID[id] else { return false }
    if ChecklistMark.kind(of: table.text(index, .check)) == .retired { return true }
    var trial = RowRefresh(table, row: index, before: file.origins[id], now: row, isNewText: false)
    trial.run()
    return trial.changedField
  }

  private mutating func prepareColumns(needsMark: Bool, needsID: Bool, needsTask: Bool) {
    recovery = ColumnRecovery(table, places: recovery.places)
    if needsTask { recovery.ensure(.task) }
    if needsID { recovery.ensure(.id) }
    if needsMark {
      recovery.ensure(.check)
      recovery.ensure(.former)
    }
    table = recovery.table
  }

  /// A row whose requirement is still there.
  private mutating func keep(_ index: Int, _ row: ChecklistRow, before: ChecklistRow?) {
    var refresh = RowRefresh(table, row: index, before: before, now: row, isNewText: false)
    refresh.run()
    let old = table.text(index, .task)
    let source = table.text(index, .source)
    table.rows[index].cells = refresh.cells
    let hasMoved =
      before.map { $0.place != row.place || $0.document != row.document }
      ?? (table.text(index, .source) != source)
    fates[index] = .init(fate: hasMoved ? .moved : .unchanged, id: row.id, old: old, new: row.task)
    if ChecklistMark.kind(of: table.text(index, .check)) == .retired {
      mark(index, .init(.recheck, .back))
      fates[index].fate = .changed
    } else if refresh.changedField {
      mark(index, .init(.recheck))
      fates[index].fate = .changed
    }
  }

  private mutating func link(_ index: Int, to row: ChecklistRow) {
    var refresh = RowRefresh(table, row: index, before: nil, now: row, isNewText: false)
    refresh.run()
    table.rows[index].cells = refresh.cells
    fates[index] = .init(fate: .linked, id: row.id, old: row.task, new: row.task)
  }

  /// Rows whose ids are gone: in other words, elsewhere, or no more.
  private mutating func settle(_ olds: [RowMatching.Old], _ matching: RowMatching, _ open: [Int]) {
    for (place, old) in olds.enumerated() {
      let oldID = table.id(ofRow: old.row) ?? ""
      if let partner = matching.partners[place] {
        let row = now[open[partner]]
        let isSame = matching.isSame(old: place, new: partner)
        var refresh = RowRefresh(
          table, row: old.row, before: old.origin, now: row, isNewText: !isSame || old.origin == nil
        )
        refresh.run()
        table.rows[old.row].cells = refresh.cells
        fates[old.row] = .init(
          fate: isSame && !refresh.changedField ? .moved : .changed, id: row.id, oldID: oldID,
          old: old.task, new: row.task)
        if !isSame || refresh.changedField { mark(old.row, .init(.recheck)) }
      } else {
        let whole = matching.whole(ofOld: place).map { now[open[$0]].id }
        fates[old.row] = .init(fate: .retired, id: oldID, old: old.task)
        mark(old.row, .init(.retired, whole == nil ? .gone : .merged, other: whole ?? ""))
        fates[old.row].isProposal = whole != nil
        retiring.append(old.row)
      }
    }
  }

  /// Marks a row; what a person wrote in the cell stays behind the mark.
  private mutating func mark(_ index: Int, _ mark: ChecklistMark) {
    guard let column = table.column(.check) else { return }
    let cell = table.rows[index].cells[column]
    let text = mark.text(in: table.language)
    fates[index].mark = text
    if cell.isBlank || ChecklistMark.isWhole(cell.text) {
      table.rows[index].cells[column] = ChecklistCell(text)
    } else if ChecklistMark.kind(of: cell.text) != mark.kind {
      table.rows[index].cells[column] = ChecklistCell(text + "；" + cell.text)
    }
  }
}
