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
    rows = try CSVReader.rows(of: utf8[start...], delimiter: delimiter, limit: .max)
  }

  /// The sign that makes most sense of the first lines: it finds headers that are known, and as many cells in each line.
  private static func delimiter(of utf8: [UInt8]) -> UInt8 {
    var best: (sign: UInt8, roles: Int, even: Int, width: Int)?
    let sample = utf8.prefix(256 << 10)
    for sign in [0x2C, 0x3B, 0x09] as [UInt8] {
      guard let rows = try? rows(of: sample, delimiter: sign, limit: 30) else { continue }
      let roles =
        rows.map { row in
          Set(row.compactMap { ChecklistTerms.standard.role(ofHeader: $0.text) }).count
        }.max() ?? 0
      let width = rows.map(\.count).max() ?? 0
      let even = width > 1 ? rows.count { $0.count == width } : 0
      if best.map({ ($0.roles, $0.even, $0.width) < (roles, even, width) }) ?? true {
        best = (sign, roles, even, width)
      }
    }
    return best?.sign ?? 0x2C
  }

  /// The first rows, at most so many.
  private static func rows(
    of utf8: ArraySlice<UInt8>, delimiter: UInt8, limit: Int
  ) throws(ChecklistError) -> [[ChecklistCell]] {
    var rows: [[ChecklistCell]] = []
    var row: [ChecklistCell] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var isAtStart = true
    var position = utf8.startIndex
    var count = 0
    func finished() -> ChecklistCell {
      ChecklistCell(FormulaGuard.unguarded(String(decoding: cell, as: UTF8.self)))
    }
    while position < utf8.endIndex, rows.count < limit {
      let byte = utf8[position]
      position += 1
      if isQuoted {
        guard byte == 0x22 else {
          cell.append(byte)
          continue
        }
        if position < utf8.endIndex, utf8[position] == 0x22 {
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
        if byte == 0x0D, position < utf8.endIndex, utf8[position] == 0x0A { position += 1 }
        rows.append(row)
        row = []
      } else {
        cell.append(byte)
        isAtStart = false
      }
    }
    if rows.count < limit, !cell.isEmpty || !row.isEmpty || !isAtStart {
      row.append(finished())
      rows.append(row)
    }
    return rows
  }
}
