internal import GazetteDocument

/// Reads the cells of one sheet.
struct SpreadsheetGrid {
  let strings: [String]
  let styles: SpreadsheetStyles
  let isFrom1904: Bool

  /// Rows and columns as spreadsheet programs have them.
  private static let rowLimit = 1 << 20
  private static let columnLimit = 1 << 14

  /// The cells with something in them, by row, then by column; of two for one place the later one.
  func cells(of root: XMLNode, limit: Int) throws(ParseError) -> [SpreadsheetCell] {
    var found: [SpreadsheetCell] = []
    var row = -1
    var node = root.child("sheetData")?.firstElement
    while let current = node {
      node = current.next
      guard current.kind == .element, current.isNamed("row") else { continue }
      let stated = current.attribute("r").flatMap { Int($0) }
      row = stated.map { $0 - 1 }.flatMap { (0..<Self.rowLimit).contains($0) ? $0 : nil } ?? row + 1
      var column = -1
      var cell = current.firstElement
      while let one = cell {
        cell = one.next
        guard one.kind == .element, one.isNamed("c") else { continue }
        column = one.attribute("r").flatMap(Self.place)?.column ?? column + 1
        guard let read = read(one, row: row, column: column) else { continue }
        found.append(read)
        guard found.count <= limit else {
          throw .malformed(ParseFinding(.spreadsheetCells, Spreadsheet.maximumCells), offset: nil)
        }
      }
    }
    // Files of real programs are in order; others are put there, and nothing of them is lost.
    let isOrdered = zip(found, found.dropFirst()).allSatisfy {
      ($0.row, $0.column) < ($1.row, $1.column)
    }
    return isOrdered ? found : Self.ordered(found)
  }

  /// Cells in order; those that claim the place of another one are put together with it.
  private static func ordered(_ cells: [SpreadsheetCell]) -> [SpreadsheetCell] {
    let sorted = cells.enumerated().sorted {
      ($0.element.row, $0.element.column, $0.offset) < (
        $1.element.row, $1.element.column, $1.offset
      )
    }
    var result: [SpreadsheetCell] = []
    for (_, cell) in sorted {
      if let last = result.last, last.row == cell.row, last.column == cell.column {
        result[result.count - 1].text += "\n" + cell.text
        result[result.count - 1].number = nil
      } else {
        result.append(cell)
      }
    }
    return result
  }

  private func read(_ node: XMLNode, row: Int, column: Int) -> SpreadsheetCell? {
    let formula = node.child("f")
    let value = node.child("v").map(Self.plain) ?? ""
    var cell = SpreadsheetCell(row: row, column: column, text: "")
    cell.isFormula = formula != nil
    switch node.attribute("t") ?? "n" {
    case "s":
      let index = Int(value) ?? -1
      cell.text = strings.indices.contains(index) ? strings[index] : value
    case "inlineStr": cell.text = node.child("is").map(Self.text) ?? value
    case "b": cell.text = value == "1" || value == "true" ? "TRUE" : "FALSE"
    case "n":
      guard let number = Double(value), number.isFinite else {
        cell.text = value
        break
      }
      let style = styles.format(node.attribute("s").flatMap { Int($0) } ?? 0)
      let days = style.isDate && isFrom1904 ? number + SpreadsheetDay.epochDistance : number
      cell.number = .init(value: days, format: style.code)
      cell.text = (style.isDate ? SpreadsheetDay.text(days) : nil) ?? Self.decimal(number)
    default: cell.text = Self.unescaped(value)
    }
    // A formula that no program has worked out yet stands for itself.
    if cell.text.isEmpty, let formula {
      let words = Self.plain(formula)
      cell.text = words.isEmpty ? "" : "=" + words
    }
    return cell.text.isEmpty ? nil : cell
  }

  private static func decimal(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return String(value)
  }

  /// The text of a string item: its own and that of its runs; how characters are pronounced is left out.
  static func text(of item: XMLNode) -> String {
    var text = ""
    for part in item.children {
      if part.isNamed("t") {
        text += plain(part)
      } else if part.isNamed("r") {
        for inner in part.children where inner.isNamed("t") { text += plain(inner) }
      }
    }
    return unescaped(text)
  }

  /// The text straight in an element, exactly.
  private static func plain(_ node: XMLNode) -> String {
    var bytes: [UInt8] = []
    var child = node.firstChild
    while let current = child {
      _ = current.withText { text in
        for index in 0..<text.count { bytes.append(text[index]) }
      }
      child = current.next
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Characters that XML cannot hold are written `_xHHHH_` (ECMA-376, 22.9.2.19).
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      if place + 6 < scalars.count, scalars[place] == "_", scalars[place + 1] == "x",
        scalars[place + 6] == "_",
        let value = hexadecimal(scalars[place + 2..<place + 6]), let scalar = Unicode.Scalar(value)
      {
        result.append(scalar)
        place += 7
      } else {
        result.append(scalars[place])
        place += 1
      }
    }
    return String(result)
  }

  private static func hexadecimal(_ digits: ArraySlice<Unicode.Scalar>) -> UInt32? {
    guard digits.allSatisfy({ $0.properties.isASCIIHexDigit }) else { return nil }
    return UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
  }

  /// A place such as `B12`, from 0; `nil` for none that a sheet has.
  static func place(_ text: String) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      if byte.isLetter, row == 0 {
        column = column * 26 + Int(byte & 0x1F)
      } else if byte.isDigit {
        row = row * 10 + Int(byte - 0x30)
      } else {
        return nil
      }
      guard column <= columnLimit, row <= rowLimit else { return nil }
    }
    return column > 0 && row > 0 ? (row - 1, column - 1) : nil
  }

  private static func range(_ text: String) -> Spreadsheet.Merge? {
    let ends = text.split(separator: ":").compactMap { place(String($0)) }
    guard let first = ends.first, let last = ends.last, first.row <= last.row,
      first.column <= last.column
    else { return nil }
    return Spreadsheet.Merge(rows: first.row...last.row, columns: first.column...last.column)
  }

  /// The stretches that are shown as one cell.
  static func merges(of root: XMLNode) -> [Spreadsheet.Merge] {
    (root.child("mergeCells")?.children ?? []).compactMap { node in
      node.attribute("ref").flatMap(range)
    }
  }

  /// Gives cells the addresses that they lead to.
  static func attach(
    _ root: XMLNode, _ targets: [String: String], to cells: inout [SpreadsheetCell]
  ) {
    var links: [Int: String] = [:]
    for node in root.child("hyperlinks")?.children ?? [] {
      guard let place = node.attribute("ref").flatMap(range) else { continue }
      let inside = node.attribute("location").map { "#" + $0 } ?? ""
      let target = node.attribute("id").flatMap { targets[$0] } ?? ""
      let key = place.rows.lowerBound * columnLimit + place.columns.lowerBound
      if !(target + inside).isEmpty { links[key] = target + inside }
    }
    guard !links.isEmpty else { return }
    for index in cells.indices {
      cells[index].link = links[cells[index].row * columnLimit + cells[index].column]
    }
  }
}
