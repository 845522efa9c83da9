/// How the file of a checklist is written beside its cells.
package struct ChecklistStyle: Sendable, Hashable {
  /// What parts the cells of a line of CSV.
  package var delimiter: UInt8 = UInt8(ascii: ",")
  /// Whether a byte-order mark stands in front, which Excel wants of CSV.
  package var hasMark = false
  /// Whether a line `sep=…` stands in front.
  package var namesDelimiter = false
  /// Further keys of a JSON file and lines of a calendar, kept as they are.
  package var extras: [String: String] = [:]
  /// How many formulas were kept as what they last said.
  package var formulas = 0

  /// The style of a new file.
  package init() {}
}
