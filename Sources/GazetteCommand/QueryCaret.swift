import GazetteConsole

/// The part of a query around a fault, with a caret below where it begins.
struct QueryCaret {
  /// How many cells are shown on either side.
  private static let reach = 30

  /// Two lines; `nil` when the fault lies outside of the text.
  static func lines(_ query: String, at offset: Int) -> [String]? {
    let bytes = Array(query.utf8)
    guard offset <= bytes.count, query.utf8.count < 1 << 16 else { return nil }
    let before = visible(String(decoding: bytes[..<offset], as: UTF8.self))
    let after = visible(String(decoding: bytes[offset...], as: UTF8.self))
    let start = fitting(String(before.reversed()))
    let isCut = start.count < before.count
    let shown = (isCut ? "… " : "") + String(start.reversed())
    let rest = fitting(after)
    let line = shown + rest + (rest.count < after.count ? " …" : "")
    return [
      "  " + line, "  " + String(repeating: " ", count: TerminalText.width(shown)) + "^",
    ]
  }

  private static func visible(_ text: String) -> String {
    TerminalText.visible(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
  }

  /// As much from the start as there is room for.
  private static func fitting(_ text: String) -> String {
    var width = 0
    return String(
      text.prefix { character in
        width += TerminalText.width(String(character))
        return width <= reach
      })
  }
}
