/// Reads comma-separated values (RFC 4180), and what spreadsheet programs write under that name: semicolons or tabs, bare
/// line feeds, a line `sep=;` in front, quotes within cells that are not quoted.
package struct CSVReader {
  /// The rows; empty lines are rows of one empty cell.
  package private(set) var rows: [[ChecklistCell]] = []
  /// What parts the cells.
  package let delimiter: UInt8
  /// Whether a line in front names the delimiter.
  package private(set) var namesDelimiter = false

  /// Reads a file.
  ///
  /// - Parameter utf8: Valid UTF-8 without a byte-order mark.
  /// - Throws: `ChecklistError.tooManyCells` beyond the limit.
  package init(_ utf8: [UInt8]) throws(ChecklistError) {
    var start = 0
    let prefix = Array("sep=".utf8)
    if utf8.starts(with: prefix), utf8.count > prefix.count + 1,
      utf8[prefix.count + 1] == 0x0A || utf8[prefix.count + 1] == 0x0D
    {
      delimiter = utf8[prefix.count]
      namesDelimiter = true
      start = prefix.count + 2
      if start < utf8.count, utf8[start - 1] == 0x0D, utf8[start] == 0x0A { start += 1 }
    } else {
      delimiter = CSVReader.delimiter(of: utf8)
    }
    try read(utf8, from: start)
  }

  /// The sign that parts most cells of the first lines, those in quotes not counted.
  private static func delimiter(of utf8: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [0x2C: 0, 0x3B: 0, 0x09: 0]
    var isQuoted = false
    var lines = 0
    for byte in utf8.prefix(64 << 10) {
      if byte == 0x22 {
        isQuoted.toggle()
      } else if !isQuoted {
        if byte == 0x0A { lines += 1 }
        if lines >= 10 { break }
        if counts[byte] != nil { counts[byte, default: 0] += 1 }
      }
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.flatMap { $0.value > 0 ? $0.key : nil } ?? 0x2C
  }

  private mutating func read(_ utf8: [UInt8], from start: Int) throws(ChecklistError) {
    var row: [ChecklistCell] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var isAtStart = true
    var position = start
    var count = 0
    func finished() -> ChecklistCell {
      ChecklistCell(FormulaGuard.unguarded(String(decoding: cell, as: UTF8.self)))
    }
    while position < utf8.count {
      let byte = utf8[position]
      position += 1
      if isQuoted {
        guard byte == 0x22 else {
          cell.append(byte)
          continue
        }
        if position < utf8.count, utf8[position] == 0x22 {
          cell.append(0x22)
          position += 1
        } else {
          isQuoted = false
        }
        continue
      }
      if byte == 0x22, isAtStart {
        isQuoted = true
        isAtStart = false
      } else if byte == delimiter || byte == 0x0A || byte == 0x0D {
        row.append(finished())
        count += 1
        guard count <= ChecklistTable.maximumCells else {
          throw .tooManyCells(limit: ChecklistTable.maximumCells)
        }
        cell.removeAll(keepingCapacity: true)
        isAtStart = true
        guard byte != delimiter else { continue }
        if byte == 0x0D, position < utf8.count, utf8[position] == 0x0A { position += 1 }
        rows.append(row)
        row = []
      } else {
        cell.append(byte)
        isAtStart = false
      }
    }
    if !cell.isEmpty || !row.isEmpty || !isAtStart {
      row.append(finished())
      rows.append(row)
    }
  }
}
