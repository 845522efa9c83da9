private import CGazetteData
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

  /// The key of its sentence in the table of messages, and what is filled in.
  public var sentence: (key: String, values: [String]) {
    let key = "checklist.error." + code
    switch self {
    case .unreadable(let error): return (error.finding.key, error.finding.values)
    case .noChecklist: return (key, [])
    case .tooManyCells(let limit), .tooManyRows(let limit): return (key, [String(limit)])
    case .malformed(let what), .notFaithful(let what), .notWritten(let what): return (key, [what])
    case .cellTooLong(let row, let column, let limit):
      return (key, [String(row), column, String(limit)])
    case .cellLost(let text, let column): return (key, [text, column])
    }
  }

  /// The sentence in English.
  public var description: String {
    if case .unreadable(let error) = self { return error.description }
    let (key, values) = sentence
    let table = gazette_table_messages()
    let bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
    let start = Array((key + "\t").utf8)
    guard
      let line = bytes.split(separator: 0x0A).first(where: { $0.starts(with: start) })
    else { return key }
    let words = String(decoding: line.dropFirst(start.count).prefix { $0 != 0x09 }, as: UTF8.self)
    // In one pass, so that a value that looks like a place is not filled.
    var text = ""
    var rest = Substring(words)
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      let inner = rest[rest.index(after: open)...].prefix { $0 != "}" }
      rest = rest[inner.endIndex...].dropFirst()
      if let index = Int(inner), values.indices.contains(index) { text += values[index] }
    }
    return text + rest
  }
}
