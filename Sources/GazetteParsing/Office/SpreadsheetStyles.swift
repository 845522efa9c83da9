internal import GazetteDocument

/// The number formats of a workbook by the numbers of its cell styles.
struct SpreadsheetStyles {
  private var formats: [String] = []
  private var dates: [Bool] = []

  /// No styles: every number is a plain one.
  init() {}

  /// Reads the part of the styles.
  init(_ root: XMLNode) {
    var codes: [Int: String] = [:]
    for format in root.child("numFmts")?.children ?? [] {
      guard let id = format.attribute("numFmtId").flatMap({ Int($0) }) else { continue }
      codes[id] = format.attribute("formatCode") ?? ""
    }
    for style in root.child("cellXfs")?.children ?? [] {
      let id = style.attribute("numFmtId").flatMap { Int($0) } ?? 0
      let code = codes[id] ?? SpreadsheetStyles.builtIn(id)
      formats.append(code)
      dates.append(codes[id].map(SpreadsheetStyles.showsDate) ?? SpreadsheetStyles.isDate(id))
    }
  }

  /// The code of the number format of a cell style, and whether it shows a day or a time.
  func format(_ style: Int) -> (code: String, isDate: Bool) {
    formats.indices.contains(style) ? (formats[style], dates[style]) : ("", false)
  }

  /// Whether one of the formats without a code of their own shows a day or a time; those from 27 are East Asian.
  private static func isDate(_ id: Int) -> Bool {
    switch id {
    case 14...22, 27...36, 45...47, 50...58: true
    default: false
    }
  }

  /// Codes of the formats that files name by their numbers alone.
  private static func builtIn(_ id: Int) -> String {
    switch id {
    case 1: "0"
    case 2: "0.00"
    case 3: "#,##0"
    case 4: "#,##0.00"
    case 9: "0%"
    case 10: "0.00%"
    case 11: "0.00E+00"
    case 18...21, 32...35, 45...47, 55, 56: "h:mm:ss"
    case 22: "yyyy-mm-dd hh:mm"
    case let id where isDate(id): "yyyy-mm-dd"
    case 49: "@"
    default: ""
    }
  }

  /// Whether a code shows a day or a time: a letter of dates outside of quotes, brackets and escapes.
  private static func showsDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for byte in code.utf8 {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): isEscaped = !isQuoted
      case UInt8(ascii: "["): isBracketed = true
      case UInt8(ascii: "]"): isBracketed = false
      case UInt8(ascii: ";") where !isQuoted: return false
      default:
        let letter = byte | 0x20
        guard !isQuoted, !isBracketed else { continue }
        // y, m, d, h, s; General holds none of them.
        if [0x79, 0x6D, 0x64, 0x68, 0x73].contains(letter) { return true }
      }
    }
    return false
  }
}
