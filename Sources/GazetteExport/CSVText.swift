/// Rows as comma-separated values: RFC 4180, lines ended by CR LF.
public struct CSVText: Sendable {
  /// The text so far.
  public private(set) var text: String

  /// Begins a text.
  ///
  /// - Parameter hasMark: Whether it begins with a byte order mark, by which spreadsheet programs know UTF-8.
  public init(hasMark: Bool = false) {
    text = hasMark ? "\u{FEFF}" : ""
  }

  /// Appends a row.
  ///
  /// A cell that a spreadsheet program would take for a formula gets an apostrophe in front, which `undefused` takes away.
  ///
  /// - Parameter cells: The cells.
  public mutating func append(_ cells: [String]) {
    text += cells.map { Self.quoted(Self.defused($0)) }.joined(separator: ",") + "\r\n"
  }

  /// A cell that no spreadsheet program takes for a formula.
  ///
  /// - Parameter cell: The cell.
  /// - Returns: The cell, with an apostrophe in front where it begins like a formula, or like a cell that was defused.
  public static func defused(_ cell: String) -> String {
    let rest = cell.drop { $0 == "'" }
    guard let first = rest.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first)
    else {
      return cell
    }
    return "'" + cell
  }

  /// The cell that was defused.
  ///
  /// - Parameter cell: A cell as it stands in a file.
  /// - Returns: The cell without the apostrophe that `defused` put in front.
  public static func undefused(_ cell: String) -> String {
    guard cell.first == "'" else { return cell }
    let rest = String(cell.dropFirst())
    return defused(rest) == cell ? rest : cell
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes =
      cell.unicodeScalars.contains { ",\"\r\n;\t".unicodeScalars.contains($0) }
      || cell.first == " " || cell.last == " "
    guard needsQuotes else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
