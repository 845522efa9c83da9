public import GazetteParsing

/// Why a checklist could not be read or written; nothing was changed.
public enum ChecklistError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file could not be read.
  case unreadable(ParseError)
  /// Nothing in the file looks like a checklist: no column that is known, and no id.
  case noChecklist
  /// The file has more cells than are read.
  case tooManyCells(limit: Int)
  /// A file of JSON or a calendar that is none; the line or the place where it shows.
  case malformed(what: String)
  /// A cell is longer than the form allows.
  case cellTooLong(row: Int, column: String, limit: Int)
  /// The form allows fewer rows or columns.
  case tooManyRows(limit: Int)
  /// A cell of the person would have been missing from what was to be written.
  case cellLost(text: String, column: String)
  /// What was written does not read back as it was meant.
  case notFaithful(what: String)
  /// The library that writes workbooks gave up.
  case notWritten(what: String)

  /// A short name for scripts.
  public var code: String {
    switch self {
    case .unreadable(let error): error.code
    case .noChecklist: "no-checklist"
    case .tooManyCells: "too-many-cells"
    case .malformed: "malformed-checklist"
    case .cellTooLong: "cell-too-long"
    case .tooManyRows: "too-many-rows"
    case .cellLost: "cell-lost"
    case .notFaithful: "not-faithful"
    case .notWritten: "not-written"
    }
  }

  /// The values of the message with the key `error.CODE`.
  public var values: [String] {
    switch self {
    case .unreadable(let error): [error.description]
    case .noChecklist: []
    case .tooManyCells(let limit), .tooManyRows(let limit): [String(limit)]
    case .malformed(let what), .notFaithful(let what), .notWritten(let what): [what]
    case .cellTooLong(let row, let column, let limit): [String(row), column, String(limit)]
    case .cellLost(let text, let column): [text, column]
    }
  }

  /// The code with what it is about.
  public var description: String { ([code] + values).joined(separator: ": ") }
}
