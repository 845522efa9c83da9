package import GazetteExport
import GazetteParsing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads and writes the files of checklists in every form.
package enum ChecklistFile {
  /// More bytes than these are not read.
  package static let maximumSize = 64 << 20

  /// Reads a checklist.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: Its name, which tells the form where the bytes do not.
  /// - Returns: The table, with everything that the file holds.
  /// - Throws: `ChecklistError` when it cannot be read whole.
  package static func table(
    _ bytes: [UInt8], file name: String
  ) throws(ChecklistError) -> ChecklistTable {
    guard bytes.count <= maximumSize else {
      throw .unreadable(.tooLarge(bytes: bytes.count, limit: maximumSize))
    }
    switch ChecklistForm(of: bytes, file: name) {
    case .xlsx: return try XLSXReader.table(bytes)
    case .csv: return try csv(bytes)
    case .markdown: return try MarkdownChecklist.table(text(bytes).utf8)
    case .json: return try JSONChecklist.table(text(bytes).utf8)
    case .calendar: return try CalendarReader.table(text(bytes).utf8)
    }
  }

  /// Writes a table, reads it back, and compares.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - form: The form.
  /// - Returns: The bytes of the file; the same for the same table.
  /// - Throws: `ChecklistError` when the form cannot hold the table, `notFaithful` when a cell does not read back.
  package static func bytes(
    of table: ChecklistTable, form: ChecklistForm
  ) throws(ChecklistError) -> [UInt8] {
    var difference: String?
    // Only workbooks have a second way, for libraries of another version.
    for escapes in form == .xlsx ? [true, false] : [true] {
      let bytes = try unchecked(table, form: form, escapes: escapes)
      let again = try ChecklistFile.table(bytes, file: "checklist." + form.rawValue)
      difference = ChecklistFile.difference(table, again, form: form)
      if difference == nil { return bytes }
    }
    throw .notFaithful(what: difference ?? "")
  }

  private static func unchecked(
    _ table: ChecklistTable, form: ChecklistForm, escapes: Bool
  ) throws(ChecklistError) -> [UInt8] {
    switch form {
    case .xlsx: try workbook(table, escapes: escapes)
    case .csv: CSVWriter.bytes(of: table)
    case .markdown: MarkdownChecklist.bytes(of: table)
    case .json: try JSONChecklist.bytes(of: table)
    case .calendar: CalendarWriter.bytes(of: table)
    }
  }

  private static func csv(_ bytes: [UInt8]) throws(ChecklistError) -> ChecklistTable {
    let decoded = try text(bytes)
    let reader = try CSVReader(decoded.utf8)
    var table = try ChecklistTable(grid: reader.rows)
    table.style.delimiter = reader.delimiter
    table.style.namesDelimiter = reader.namesDelimiter
    // What was no UTF-8 was written by a program that needs the mark to know it.
    table.style.hasMark = decoded.hasMark || decoded.encoding != "UTF-8"
    return table
  }

  private static func text(
    _ bytes: [UInt8]
  ) throws(ChecklistError) -> (utf8: [UInt8], encoding: String, hasMark: Bool) {
    do {
      return try TextDecoding.decoded(bytes)
    } catch {
      throw .unreadable(error)
    }
  }

  /// A workbook by way of a file, the only thing that the library writes to.
  private static func workbook(
    _ table: ChecklistTable, escapes: Bool
  ) throws(ChecklistError) -> [UInt8] {
    var template = Array("\(temporaryFolder)/gazette-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .notWritten(what: temporaryFolder) }
    let folder = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    let path = folder + "/checklist.xlsx"
    defer {
      unlink(path)
      rmdir(folder)
    }
    try XLSXWriter.write(table, to: path, escapes: escapes)
    guard let file = fopen(path, "rb") else { throw .notWritten(what: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  private static var temporaryFolder: String {
    getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  }

  /// The first thing that one table says and the other does not; `nil` when they say the same.
  ///
  /// Empty rows, and empty cells at the end of a row, may come and go.
  static func difference(
    _ left: ChecklistTable, _ right: ChecklistTable, form: ChecklistForm
  ) -> String? {
    let (left, right) = form == .markdown ? (joined(left), joined(right)) : (left, right)
    if left.filledCells != right.filledCells {
      return "\(left.filledCells) ≠ \(right.filledCells)"
    }
    func names(_ table: ChecklistTable) -> [String] {
      trimmed(table.columns.map(\.name))
    }
    // A calendar and a list of tasks have their columns by nature.
    if form == .xlsx || form == .csv || form == .json, names(left) != names(right) {
      return names(left).joined(separator: "|")
    }
    let byRow = form == .xlsx || form == .csv || form == .json
    if byRow {
      let (one, other) = (grid(left), grid(right))
      for (first, second) in zip(one, other) where first != second {
        return zip(first, second).first { $0 != $1 }.map { "\($0) ≠ \($1)" }
          ?? first.joined(separator: "|")
      }
      return one.count == other.count ? nil : "\(one.count) ≠ \(other.count)"
    }
    let (one, other) = (texts(left), texts(right))
    return zip(one, other).first { $0 != $1 }.map { "\($0) ≠ \($1)" }
  }

  /// A table whose lines between tasks are one row wherever they follow each other, as Markdown cannot tell them apart.
  private static func joined(_ table: ChecklistTable) -> ChecklistTable {
    var result = table
    result.rows = []
    for row in table.rows {
      if row.isText, let last = result.rows.last, last.isText {
        let text = last.cells[0].text + "\n\n" + row.cells[0].text
        result.rows[result.rows.count - 1].cells[0] = ChecklistCell(text)
      } else {
        result.rows.append(row)
      }
    }
    return result
  }

  private static func grid(_ table: ChecklistTable) -> [[String]] {
    let rows = table.preamble + table.rows.map(\.cells) + table.sheets.flatMap(\.rows)
    return rows.map { trimmed($0.map(\.text)) }.filter { row in
      row.contains { !ChecklistCell($0).isBlank }
    }
  }

  /// All that a table says, in any order.
  private static func texts(_ table: ChecklistTable) -> [String] {
    table.rows.flatMap(\.cells).filter { !$0.isBlank }.map(\.text.trimmed).sorted()
  }

  private static func trimmed(_ texts: [String]) -> [String] {
    Array(texts.prefix((texts.lastIndex { !$0.isEmpty } ?? -1) + 1))
  }
}

extension ChecklistFile {
  /// The table in the envelope of all answers.
  package static func json(of table: ChecklistTable) -> JSONValue {
    JSONChecklist.envelope(of: table).json
  }
}
