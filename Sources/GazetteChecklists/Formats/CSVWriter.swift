/// Writes comma-separated values (RFC 4180): lines end with CRLF, cells that need it stand in quotes.
package enum CSVWriter {
  /// Writes rows of cells.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - style: The delimiter, and what stands in front.
  /// - Returns: UTF-8.
  package static func bytes(of rows: [[String]], style: ChecklistStyle) -> [UInt8] {
    var bytes: [UInt8] = style.hasMark ? [0xEF, 0xBB, 0xBF] : []
    if style.namesDelimiter { bytes += Array("sep=".utf8) + [style.delimiter, 0x0D, 0x0A] }
    for row in rows {
      for (index, text) in row.enumerated() {
        if index > 0 { bytes.append(style.delimiter) }
        append(FormulaGuard.guarded(text), style.delimiter, to: &bytes)
      }
      bytes += [0x0D, 0x0A]
    }
    return bytes
  }

  /// The rows of a table with its headers.
  package static func bytes(of table: ChecklistTable) -> [UInt8] {
    var rows = table.preamble.map { $0.map(\.text) }
    rows.append(table.columns.map(\.name))
    rows += table.rows.map { $0.cells.map(\.text) }
    return bytes(of: rows, style: table.style)
  }

  private static func append(_ text: String, _ delimiter: UInt8, to bytes: inout [UInt8]) {
    // Every sign that some program parts cells by stands in quotes.
    let needsQuotes =
      text.utf8.contains {
        $0 == 0x22 || $0 == delimiter || $0 >= 0x09 && $0 <= 0x0D || $0 == 0x2C || $0 == 0x3B
      }
      || text.utf8.first == 0x20 || text.utf8.last == 0x20
    guard needsQuotes else {
      bytes += text.utf8
      return
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
