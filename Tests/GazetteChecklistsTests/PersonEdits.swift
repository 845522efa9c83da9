import GazetteChecklists
import GazetteTestSupport

/// What a person does to a checklist: each cell that they write is unlike any other.
struct PersonEdits {
  /// The table as the person leaves it.
  private(set) var table: ChecklistTable
  /// What the person wrote and did not take back.
  private(set) var written: Set<String> = []
  private var count = 0
  private let mark: String

  init(_ table: ChecklistTable, mark: String) {
    self.table = table
    self.mark = mark
  }

  private mutating func word(_ random: inout SeededGenerator) -> ChecklistCell {
    count += 1
    let awkward = ["", "=1+", "，", "\"", "\n", "已", ";", " a"][random.below(8)]
    let text = "人\(mark)·\(count)\(awkward)末"
    written.insert(text)
    return ChecklistCell(text)
  }

  /// Writes a cell; what the person wrote there before is taken back.
  private mutating func write(_ cell: ChecklistCell, _ row: Int, _ column: Int) {
    for word in written where table.rows[row].cells[column].text.contains(word) && word != cell.text
    {
      written.remove(word)
    }
    table.rows[row].cells[column] = cell
  }

  /// Does one random edit.
  mutating func edit(_ random: inout SeededGenerator) {
    guard !table.rows.isEmpty else { return }
    let row = random.below(table.rows.count)
    switch random.below(12) {
    case 0, 1:
      guard let column = table.column(.status) else { return }
      let done = ChecklistTerms.standard.word(ChecklistState.done, in: table.language)
      write(ChecklistCell(done), row, column)
    case 2, 3: annotate(.notes, row, &random)
    case 4: annotate(.lead, row, &random)
    case 5: annotate(random.once(in: 2) ? .task : .deadline, row, &random)
    case 6:
      let place = random.below(table.columns.count + 1)
      table.columns.insert(.init(name: "我的列\(mark)\(count)", role: nil), at: place)
      for index in table.rows.indices {
        table.rows[index].cells.insert(
          random.once(in: 3) ? word(&random) : ChecklistCell(), at: place)
      }
    case 7: table.rows.swapAt(row, random.below(table.rows.count))
    case 8:
      guard let column = table.column(.id) else { return }
      write(ChecklistCell(), row, column)
    case 9:
      var cells = [ChecklistCell](repeating: ChecklistCell(), count: table.columns.count)
      cells[table.column(.task) ?? 0] = word(&random)
      table.rows.insert(.init(cells: cells), at: row)
    case 10: annotate(.check, row, &random)
    default:
      guard random.once(in: 3) else { return annotate(.notes, row, &random) }
      for column in table.columns.indices { write(ChecklistCell(), row, column) }
      table.rows.remove(at: row)
    }
  }

  private mutating func annotate(
    _ role: ChecklistRole, _ row: Int, _ random: inout SeededGenerator
  ) {
    guard let column = table.column(role) else { return }
    write(word(&random), row, column)
  }
}
