internal import CXLSXWriter
import GazetteParsing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a checklist as a workbook: the only code that sees libxlsxwriter.
///
/// The same table gives the same bytes: the time of creation is a constant.
struct XLSXWriter {
  /// Rows that a sheet has.
  private static let rowLimit = 1 << 20
  /// Columns that a sheet has.
  private static let columnLimit = 1 << 14
  /// 2000-01-01, so that the same rows give the same bytes.
  private static let created = 946_684_800

  private let table: ChecklistTable
  /// Whether texts that look like an escape are escaped here; the library does it in some versions only.
  private let escapes: Bool
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let formats: XLSXFormats

  /// The bytes of a workbook.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - path: A file that may be written and is left behind.
  ///   - escapes: Whether texts that look like an escape are escaped before the library gets them.
  /// - Throws: `ChecklistError` when a workbook cannot hold the table, or cannot be made.
  static func write(
    _ table: ChecklistTable, to path: String, escapes: Bool
  ) throws(ChecklistError) {
    let height = table.rows.count + table.preamble.count + 1
    guard height <= rowLimit else { throw .tooManyRows(limit: rowLimit) }
    guard table.columns.count <= columnLimit else { throw .tooManyRows(limit: columnLimit) }
    try checkLengths(of: table)
    var options = lxw_workbook_options()
    options.use_zip64 = 0
    guard let book = workbook_new_opt(path, &options) else {
      throw .notWritten(what: "libxlsxwriter")
    }
    var properties = lxw_doc_properties()
    properties.created = time_t(created)
    workbook_set_properties(book, &properties)
    let writer = XLSXWriter(
      table: table, escapes: escapes, book: book, formats: XLSXFormats(book))
    writer.writeSheets()
    let code = workbook_close(book)
    guard code == LXW_NO_ERROR else {
      throw .notWritten(what: lxw_strerror(code).map { String(cString: $0) } ?? "\(code)")
    }
  }

  private static func checkLengths(of table: ChecklistTable) throws(ChecklistError) {
    for (index, row) in table.rows.enumerated() {
      for (column, cell) in zip(table.columns, row.cells)
      where cell.text.utf16.count > XLSXOrigins.cellLimit {
        throw .cellTooLong(row: index + 1, column: column.name, limit: XLSXOrigins.cellLimit)
      }
    }
    let others =
      table.preamble + table.sheets.flatMap(\.rows) + [table.columns.map { ChecklistCell($0.name) }]
    for cell in others.joined() where cell.text.utf16.count > XLSXOrigins.cellLimit {
      throw .cellTooLong(row: 0, column: "", limit: XLSXOrigins.cellLimit)
    }
  }

  private func writeSheets() {
    var names: Set<String> = [XLSXOrigins.sheetName]
    writeChecklist(addSheet(table.name, &names))
    for sheet in table.sheets {
      let target = addSheet(sheet.name, &names)
      for (row, cells) in sheet.rows.enumerated() {
        for (column, cell) in cells.enumerated() { write(cell, target, row, column) }
      }
    }
    let hidden = workbook_add_worksheet(book, XLSXOrigins.sheetName)
    for (row, texts) in XLSXOrigins.rows(of: table).enumerated() {
      for (column, text) in texts.enumerated() where !text.isEmpty {
        worksheet_write_string(hidden, UInt32(row), UInt16(column), escaped(text), nil)
      }
    }
    worksheet_hide(hidden)
  }

  /// A sheet of a name that a workbook can have, and that no other sheet has.
  private func addSheet(
    _ name: String, _ taken: inout Set<String>
  ) -> UnsafeMutablePointer<lxw_worksheet>? {
    let fallback = ChecklistTerms.standard.word("sheet", in: table.language)
    var plain = String(
      String.UnicodeScalarView(
        name.unicodeScalars.filter { !"[]:*?/\\'".unicodeScalars.contains($0) }.prefix(28)))
    if plain.trimmed.isEmpty { plain = fallback }
    var unique = plain
    var number = 2
    while !taken.insert(unique.lowercased()).inserted {
      unique = "\(plain)\(number)"
      number += 1
    }
    return workbook_add_worksheet(book, unique)
  }

  private func writeChecklist(_ sheet: UnsafeMutablePointer<lxw_worksheet>?) {
    let headerRow = table.preamble.count
    let last = table.columns.count - 1
    let locked = table.column(.id)
    worksheet_set_column(sheet, 0, UInt16(XLSXWriter.columnLimit - 1), 14, formats.plain)
    for (column, entry) in table.columns.enumerated() {
      worksheet_set_column(
        sheet, UInt16(column), UInt16(column), XLSXWriter.width(of: entry.role),
        column == locked ? formats.locked : formats.plain)
    }
    for (row, cells) in table.preamble.enumerated() {
      for (column, cell) in cells.enumerated() { write(cell, sheet, row, column) }
    }
    for (column, entry) in table.columns.enumerated() {
      worksheet_write_string(
        sheet, UInt32(headerRow), UInt16(column), escaped(entry.name),
        column == locked ? formats.lockedHeader : formats.header)
    }
    for (index, row) in table.rows.enumerated() {
      for (column, cell) in row.cells.enumerated() {
        write(
          cell, sheet, headerRow + 1 + index, column, isLocked: column == locked,
          isOwn: table.isPersonal(row: index, column: column))
      }
    }
    worksheet_freeze_panes(sheet, UInt32(headerRow + 1), 0)
    let end = headerRow + max(1, table.rows.count)
    worksheet_autofilter(sheet, UInt32(headerRow), 0, UInt32(end), UInt16(max(0, last)))
    if let status = table.column(.status) { offerStates(sheet, headerRow + 1, status) }
    protect(sheet)
  }

  /// Protects the id column alone: every other cell is unlocked, and everything that can be allowed is.
  private func protect(_ sheet: UnsafeMutablePointer<lxw_worksheet>?) {
    var allowed = lxw_protection()
    allowed.format_cells = 1
    allowed.format_columns = 1
    allowed.format_rows = 1
    allowed.insert_columns = 1
    allowed.insert_rows = 1
    allowed.insert_hyperlinks = 1
    allowed.delete_columns = 1
    allowed.delete_rows = 1
    allowed.sort = 1
    allowed.autofilter = 1
    allowed.objects = 1
    worksheet_protect(sheet, nil, &allowed)
  }

  /// Offers the words for states in a list; others may be typed.
  private func offerStates(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ first: Int, _ column: Int
  ) {
    var words: [UnsafeMutablePointer<CChar>?] = ChecklistState.allCases.map {
      strdup(ChecklistTerms.standard.word($0, in: table.language))
    }
    words.append(nil)
    defer { for word in words { free(word) } }
    words.withUnsafeMutableBufferPointer { list in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      validation.value_list = list.baseAddress
      validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_INFORMATION.rawValue)
      let end = min(XLSXWriter.rowLimit - 1, first + table.rows.count + 1_000)
      worksheet_data_validation_range(
        sheet, UInt32(first), UInt16(column), UInt32(end), UInt16(column), &validation)
    }
  }

  private func write(
    _ cell: ChecklistCell, _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ row: Int,
    _ column: Int, isLocked: Bool = false, isOwn: Bool = false
  ) {
    let (row, column) = (UInt32(row), UInt16(column))
    guard !cell.text.isEmpty else {
      worksheet_write_blank(sheet, row, column, isLocked ? formats.locked : formats.plain)
      return
    }
    if let number = cell.number, XLSXWriter.isExact(number.value) {
      worksheet_write_number(sheet, row, column, number.value, formats.number(number.format))
      return
    }
    let format = isLocked ? formats.locked : isOwn ? formats.own : formats.plain
    var look = format
    // An address that the library refuses leaves the text, which is what matters; the text is written again, since the
    // library turns slashes round in that of a file.
    if !isLocked, let link = XLSXWriter.address(cell.link),
      worksheet_write_url(sheet, row, column, link, formats.link) == LXW_NO_ERROR
    {
      look = formats.link
    }
    worksheet_write_string(sheet, row, column, escaped(cell.text), look)
  }

  /// A text whose `_xHHHH_` stay what they are (ECMA-376, 22.9.2.19).
  private func escaped(_ text: String) -> String {
    guard escapes, text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == 0x5F, index + 6 < bytes.count, bytes[index + 1] == 0x78, bytes[index + 6] == 0x5F,
        bytes[index + 2..<index + 6].allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit })
      {
        result += Array("_x005F".utf8)
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a number survives the sixteen digits that the library writes.
  private static func isExact(_ value: Double) -> Bool {
    var digits = [CChar](repeating: 0, count: 64)
    _ = withVaList([value]) { vsnprintf(&digits, digits.count, "%.16G", $0) }
    return strtod(digits, nil) == value
  }

  /// An address as the library wants it: of the web, or a file beside the workbook.
  private static func address(_ link: String?) -> String? {
    guard let link, !link.isEmpty, link.utf8.count <= 2_000,
      link.unicodeScalars.allSatisfy({ $0.value > 0x1F && $0 != "\"" && $0 != "<" && $0 != ">" })
    else { return nil }
    if link.hasPrefix("http://") || link.hasPrefix("https://") || link.hasPrefix("mailto:") {
      return link
    }
    if link.hasPrefix("#") { return "internal:" + link.dropFirst() }
    return "external:" + link
  }

  private static func width(of role: ChecklistRole?) -> Double {
    switch role {
    case .number: 6
    case .task, .former: 60
    case .lead, .responsible: 22
    case .deadline, .status, .done, .check: 13
    case .notes: 30
    case .source: 40
    case .id: 16
    case nil: 20
    }
  }
}
