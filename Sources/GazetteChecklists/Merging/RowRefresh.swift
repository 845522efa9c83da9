/// Brings one row up to what the source states now, and keeps what a person wrote.
struct RowRefresh {
  /// The row.
  private(set) var cells: [ChecklistCell]
  /// Whether a field that the source states changed though the text did not.
  private(set) var changedField = false

  private let table: ChecklistTable
  /// What the source said when the file was written; `nil` where nothing tells.
  private let before: ChecklistRow?
  private let now: ChecklistRow
  private let isNewText: Bool
  private var former: [String] = []

  /// Prepares the row.
  ///
  /// - Parameters:
  ///   - table: The table, with all columns that are needed.
  ///   - row: The row of it.
  ///   - before: What the source said.
  ///   - now: What the source says.
  ///   - isNewText: Whether it says it in other words.
  init(
    _ table: ChecklistTable, row: Int, before: ChecklistRow?, now: ChecklistRow, isNewText: Bool
  ) {
    self.table = table
    self.before = before
    self.now = now
    self.isNewText = isNewText
    cells = table.rows[row].cells
  }

  /// Does it.
  mutating func run() {
    for role in ChecklistRole.stated {
      guard let column = table.column(role) else { continue }
      if role == .task { refreshTask(column) } else { refresh(role, column) }
    }
    if let column = table.column(.id), cells[column].text.trimmed.lowercased() != now.id {
      cells[column] = ChecklistCell(now.id)
    }
    guard !former.isEmpty, let column = table.column(.former) else { return }
    let known = cells[column].isBlank ? [] : [cells[column].text]
    cells[column] = ChecklistCell((former + known).joined(separator: "\n"))
  }

  private mutating func refreshTask(_ column: Int) {
    let cell = cells[column]
    guard isNewText, !cell.says(now.task) else { return }
    if !cell.isBlank { former.append(cell.text) }
    if let before, !cell.says(before.task) {
      former.append(line(.task, word: "before", before.task))
    }
    cells[column] = ChecklistCell(now.task)
  }

  private mutating func refresh(_ role: ChecklistRole, _ column: Int) {
    let cell = cells[column]
    let stated = now.text(of: role, in: table.language)
    if cell.says(stated) {
      if role == .source { cells[column].link = now.link.isEmpty ? nil : now.link }
      return
    }
    if role == .source {
      let isOurs = before.map { cell.says($0.citation) } ?? CellAccount.isCitation(cell.text)
      if isOurs || CellAccount.isCitation(cell.text) { replace(column, stated) }
      return
    }
    guard let before else {
      guard isNewText, !stated.isEmpty else { return }
      if cell.isBlank {
        cells[column] = ChecklistCell(stated)
      } else {
        former.append(line(role, word: "now", stated))
        changedField = true
      }
      return
    }
    let known = before.text(of: role, in: table.language)
    if cell.says(known) {
      if !cell.isBlank { former.append(line(role, word: "before", cell.text)) }
      changedField = true
      replace(column, stated)
    } else if !stated.isEmpty, stated.trimmed != known.trimmed {
      former.append(line(role, word: "now", stated))
      changedField = true
    }
  }

  private mutating func replace(_ column: Int, _ text: String) {
    var cell = ChecklistCell(text)
    if table.columns[column].role == .source, !now.link.isEmpty { cell.link = now.link }
    cells[column] = cell
  }

  /// What stood, or stands now, in one column.
  private func line(_ role: ChecklistRole, word: String, _ text: String) -> String {
    let terms = ChecklistTerms.standard
    let name = terms.header(role, in: table.language)
    let words = terms.word(word, in: table.language)
    return table.language == .chinese
      ? "\(name)\(words)：\(text)" : "\(name), \(words): \(text)"
  }
}
