/// A checklist as the table that people see: columns, rows of cells, and whatever else their file holds.
package struct ChecklistTable: Sendable, Hashable {
  /// One column.
  package struct Column: Sendable, Hashable {
    /// The header as it stands in the file.
    package var name: String
    /// What it holds; `nil` for the person's own.
    package var role: ChecklistRole?

    /// Creates a column.
    package init(name: String, role: ChecklistRole?) {
      self.name = name
      self.role = role
    }
  }

  /// One row.
  package struct Row: Sendable, Hashable {
    /// As many cells as there are columns.
    package var cells: [ChecklistCell]
    /// Lines between the tasks that are no task: they are kept where they stand.
    package var isText = false

    /// Creates a row.
    package init(cells: [ChecklistCell], isText: Bool = false) {
      self.cells = cells
      self.isText = isText
    }
  }

  /// A further sheet of a workbook, kept as it is.
  package struct Sheet: Sendable, Hashable {
    /// The name on its tab.
    package var name: String
    /// Its rows.
    package var rows: [[ChecklistCell]]

    /// Creates a sheet.
    package init(name: String, rows: [[ChecklistCell]]) {
      self.name = name
      self.rows = rows
    }
  }

  /// The language of headers and marks.
  package var language: ChecklistLanguage
  /// The columns in their order.
  package var columns: [Column]
  /// The rows in their order.
  package var rows: [Row]
  /// What stands above the headers.
  package var preamble: [[ChecklistCell]] = []
  /// The other sheets.
  package var sheets: [Sheet] = []
  /// The name of the sheet; empty where the form has none.
  package var name = ""
  /// What the sources said when the file was written, by the ids of the measures.
  package var origins: [String: ChecklistRow] = [:]
  /// The revision of the corpus when the file was written; empty where nothing tells.
  package var revision = ""
  /// What the rows were selected by.
  package var selection: [String] = []
  /// How the file was written, so that it is written so again.
  package var style = ChecklistStyle()

  /// Creates a table.
  package init(language: ChecklistLanguage, columns: [Column], rows: [Row]) {
    self.language = language
    self.columns = columns
    self.rows = rows
  }

  /// The table of a new checklist.
  package init(_ checklist: Checklist) {
    let terms = ChecklistTerms.standard
    let language = checklist.language
    self.language = language
    columns = ChecklistRole.standard.map {
      Column(name: terms.header($0, in: language), role: $0)
    }
    rows = checklist.rows.enumerated().map { index, row in
      Row(
        cells: ChecklistRole.standard.map { role in
          var cell = ChecklistCell(
            role == .number ? String(index + 1) : row.text(of: role, in: language))
          if role == .source { cell.link = row.link.isEmpty ? nil : row.link }
          return cell
        })
    }
    name = terms.word("sheet", in: language)
    origins = Dictionary(checklist.rows.map { ($0.id, $0) }) { first, _ in first }
    revision = checklist.revision
    selection = checklist.selection
  }

  /// The place of the first column of a role; `nil` for none.
  package func column(_ role: ChecklistRole) -> Int? { columns.firstIndex { $0.role == role } }

  /// Takes the column of a role out, of a table that nobody wrote to.
  package mutating func remove(_ role: ChecklistRole) {
    guard let place = column(role) else { return }
    columns.remove(at: place)
    for index in rows.indices { rows[index].cells.remove(at: place) }
  }

  /// The cell of a row in the column of a role; empty where there is no such column.
  package func text(_ row: Int, _ role: ChecklistRole) -> String {
    column(role).map { rows[row].cells[$0].text } ?? ""
  }

  /// The measure id of a row; `nil` for a row without one.
  package func id(ofRow row: Int) -> String? {
    guard !rows[row].isText else { return nil }
    let text = self.text(row, .id).trimmed.lowercased()
    return ChecklistTable.isMeasureID(text) ? text : nil
  }

  /// Whether a text is a measure id: `m-` and twelve hexadecimal digits.
  package static func isMeasureID(_ text: String) -> Bool {
    text.utf8.count == 14 && text.lowercased().hasPrefix("m-")
      && text.dropFirst(2).unicodeScalars.allSatisfy(\.properties.isASCIIHexDigit)
  }

  /// How many cells have something in them, headers not counted, other sheets included.
  package var filledCells: Int {
    var count = 0
    for row in rows { count += row.cells.count { !$0.isBlank } }
    for row in preamble { count += row.count { !$0.isBlank } }
    for sheet in sheets { for row in sheet.rows { count += row.count { !$0.isBlank } } }
    return count
  }
}
