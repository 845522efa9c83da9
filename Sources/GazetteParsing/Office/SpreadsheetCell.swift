/// One cell of a spreadsheet with something in it.
package struct SpreadsheetCell: Sendable, Hashable {
  /// A number with the code by which it is shown, such as `0.0%` or `yyyy/m/d`.
  package struct Number: Sendable, Hashable {
    /// The number; a day counts from the epoch of 1900 whatever the file says.
    package var value: Double
    /// The code of the format; empty for the general one.
    package var format: String

    /// Creates a number.
    package init(value: Double, format: String) {
      self.value = value
      self.format = format
    }
  }

  /// The row, from 0.
  package var row: Int
  /// The column, from 0.
  package var column: Int
  /// What it says: a text whole, a number as a decimal, a day as ISO 8601.
  package var text: String
  /// The number that it holds; `nil` for a text.
  package var number: Number?
  /// Whether a formula gave the value.
  package var isFormula = false
  /// The address that it leads to.
  package var link: String?

  /// Creates a cell.
  package init(row: Int, column: Int, text: String, number: Number? = nil) {
    self.row = row
    self.column = column
    self.text = text
    self.number = number
  }
}
