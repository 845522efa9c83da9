/// The cells of a workbook in the form of Office Open XML: what people typed, without looks.
package struct Spreadsheet: Sendable, Hashable {
  /// One sheet of cells.
  package struct Sheet: Sendable, Hashable {
    /// The name on its tab.
    package var name: String
    /// Whether the program hides it.
    package var isHidden: Bool
    /// The cells with something in them, by row, then by column.
    package var cells: [SpreadsheetCell]
    /// Stretches that are shown as one cell.
    package var merges: [Merge]
  }

  /// A stretch of cells that is shown as one.
  package struct Merge: Sendable, Hashable {
    /// The rows, from 0.
    package var rows: ClosedRange<Int>
    /// The columns, from 0.
    package var columns: ClosedRange<Int>
  }

  /// The sheets in their order.
  package var sheets: [Sheet]

  /// More cells than these are not read.
  package static let maximumCells = 2_000_000
  /// More bytes of cells and texts than these are not read.
  package static let maximumBytes = 96 << 20

  /// Reads a workbook as any spreadsheet program saves it, in the transitional or the strict form.
  ///
  /// - Parameter bytes: The whole file.
  /// - Throws: `ParseError` when it is no workbook, damaged, hostile, or larger than it may be.
  package init(_ bytes: [UInt8]) throws(ParseError) {
    var reader = try SpreadsheetReader(bytes)
    sheets = try reader.sheets()
  }
}
