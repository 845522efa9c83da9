/// The forms of file in which checklists are written and read back.
public enum ChecklistForm: String, Sendable, Hashable, CaseIterable {
  case xlsx, csv, markdown = "md", json, calendar = "ics"

  /// The form that the ending of a file name asks for; `nil` for an ending that asks for none.
  ///
  /// - Parameter name: The name of the file.
  public init?(file name: String) {
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).last.map {
      $0.lowercased()
    }
    switch ending {
    case "xlsx", "xlsm": self = .xlsx
    case "csv", "tsv", "txt": self = .csv
    case "md", "markdown": self = .markdown
    case "json": self = .json
    case "ics": self = .calendar
    default: return nil
    }
  }

  /// The form of a file by what stands in it, else by its name.
  package init(of bytes: [UInt8], file name: String) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .xlsx
      return
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { !$0.isSpaceOrBreak }
    if bytes[start...].starts(with: Array("BEGIN:VCALENDAR".utf8)) {
      self = .calendar
    } else if first == UInt8(ascii: "{"), ChecklistForm(file: name) != .csv {
      self = .json
    } else {
      self = ChecklistForm(file: name) ?? .csv
    }
  }
}

extension UInt8 {
  /// Whether the byte is a blank, a tab, or part of a line end.
  var isSpaceOrBreak: Bool { self == 0x20 || self >= 0x09 && self <= 0x0D }
}
