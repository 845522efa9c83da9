import GazetteExport

/// A checklist as a Markdown task list: a task an item, its further cells as items below it, the id in a comment.
enum MarkdownChecklist {
  static let mark = "<!-- gazette-checklist "
  /// What a line begins with that says what a source states.
  static let originMark = "<!-- gazette-source "

  private static func comment(_ mark: String, _ value: JSONValue) -> String {
    mark + JSONText.text(value, isPretty: false).replacing("-->", with: "--\\u003e") + " -->"
  }

  /// The value of a line that such a comment fills; `nil` for any other line.
  static func value(of line: Substring, after mark: String) -> JSONValue? {
    guard line.hasPrefix(mark), let end = line.range(ofLast: "-->") else { return nil }
    let start = line.utf8.index(line.startIndex, offsetBy: mark.utf8.count)
    return start <= end ? JSONText.value(line[start..<end].utf8) : nil
  }

  /// What belongs to the whole file, in one comment.
  static func bytes(of table: ChecklistTable) -> [UInt8] {
    var lines = [
      comment(
        mark,
        .object([
          "language": .string(table.language.rawValue), "revision": .string(table.revision),
          "selection": .array(table.selection.map { .string($0) }),
          "columns": ColumnList.json(table.columns), "name": .string(table.name),
        ]))
    ]
    if !table.name.isEmpty { lines += ["# " + MarkdownText.escaped(table.name), ""] }
    for row in table.preamble {
      lines += [MarkdownText.escaped(row.map(\.text).joined(separator: " ").trimmed), ""]
    }
    let retired = ChecklistTerms.standard.word("retired-block", in: table.language)
    let block = table.retiredBlock
    for (index, row) in table.rows.enumerated() {
      if index == block { lines += ["", "## " + retired, ""] }
      if row.isText {
        lines += ["", row.cells.first?.text ?? "", ""]
      } else {
        lines += item(row, index, in: table)
      }
    }
    if !table.origins.isEmpty { lines.append("") }
    for (_, row) in table.origins.sorted(by: { $0.key < $1.key }) {
      lines.append(comment(originMark, JSONChecklist.requirement(row)))
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func item(
    _ row: ChecklistTable.Row, _ index: Int, in table: ChecklistTable
  ) -> [String] {
    let status = table.text(index, .status)
    let isDone = ChecklistTerms.standard.state(of: status) == .done
    let task = table.column(.task).map { row.cells[$0] } ?? ChecklistCell()
    var line = "- [\(isDone ? "x" : " ")] " + (task.markdown ?? MarkdownText.escaped(task.text))
    if let id = table.column(.id), !row.cells[id].isBlank {
      line += " <!-- " + MarkdownText.escaped(row.cells[id].text) + " -->"
    }
    var lines = [line]
    let done = ChecklistTerms.standard.word(ChecklistState.done, in: table.language)
    for (column, cell) in zip(table.columns, row.cells) where !cell.isBlank {
      if column.role == .task || column.role == .id { continue }
      if column.role == .status, cell.text == done { continue }
      lines.append(
        "  - " + MarkdownText.escaped(column.name) + MarkdownReader.colon(table.language)
          + (cell.markdown ?? MarkdownText.escaped(cell.text)))
    }
    return lines
  }

  /// Reads a task list.
  static func table(_ utf8: [UInt8]) throws(ChecklistError) -> ChecklistTable {
    var reader = MarkdownReader()
    return try reader.table(String(decoding: utf8, as: UTF8.self))
  }
}

extension ChecklistTable {
  /// The first row of those at the end that are all retired; `nil` when there are none.
  var retiredBlock: Int? {
    var first: Int?
    for index in rows.indices.reversed() {
      guard !rows[index].isText, ChecklistMark.kind(of: text(index, .check)) == .retired else {
        break
      }
      first = index
    }
    return first
  }
}
