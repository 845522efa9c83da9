private import CGazetteData
private import GazetteAnalysis

/// What a column of a task list holds, or what stands behind a label below a task.
enum TaskColumn: String, Sendable, CaseIterable {
  case task, lead, responsible, supporting, deadline, indicator, number

  /// The column with a head; `nil` for words that are none.
  ///
  /// - Parameter head: UTF-8 of a cell, or of what stands before a colon.
  init?(head: some Sequence<UInt8>) {
    let folded = TextFolding.fold(Array(head)).utf8.filter { $0 != 0x20 }
    guard let column = Self.heads[folded] else { return nil }
    self = column
  }

  /// What the body of such a column does; `nil` for columns without bodies.
  var role: ResponsibleBody.Role? {
    switch self {
    case .lead: .lead
    case .responsible: .responsible
    case .supporting: .supporting
    case .task, .deadline, .indicator, .number: nil
    }
  }

  /// The table that was compiled into the program, read once.
  private static let heads: [[UInt8]: TaskColumn] = {
    let table = gazette_table_task_columns()
    let text = String(
      decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    var heads: [[UInt8]: TaskColumn] = [:]
    var column: TaskColumn?
    for line in text.split(separator: "\n") {
      if line.first == "[" {
        column = TaskColumn(rawValue: String(line.dropFirst().dropLast()))
      } else if !line.hasPrefix("# ") {
        heads[TextFolding.fold(Array(line.utf8)).utf8.filter { $0 != 0x20 }] = column
      }
    }
    return heads
  }()
}
