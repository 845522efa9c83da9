/// The text of a cell as Markdown in one line, and back.
///
/// Signs that Markdown or the reader would take for markup stand behind a backslash, line ends are `<br>`, blanks at the
/// ends and control characters are numeric references: any text comes back exactly.
enum MarkdownText {
  private static let signs = Set("\\`*_<>[]#&|~".unicodeScalars)
  private static let punctuation = Set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".unicodeScalars)

  /// The Markdown of a text.
  static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let first = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
    let last = scalars.lastIndex { !$0.properties.isWhitespace } ?? -1
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\n" {
        result.append(contentsOf: "<br>".unicodeScalars)
      } else if index < first || index > last || scalar.value < 0x20 || isBreak(scalar) {
        result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      } else {
        if signs.contains(scalar) { result.append("\\") }
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text of Markdown in one line.
  static func text(_ markdown: some StringProtocol) -> String {
    let scalars = Array(markdown.unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar == "\\", place + 1 < scalars.count, punctuation.contains(scalars[place + 1]) {
        result.append(scalars[place + 1])
        place += 2
      } else if let length = breakLength(scalars, place) {
        result.append("\n")
        place += length
      } else if scalar == "&", let (named, length) = reference(scalars, place) {
        result.append(named)
        place += length
      } else {
        result.append(scalar)
        place += 1
      }
    }
    return String(result)
  }

  /// Line and paragraph separators, which some programs break lines at.
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0x7F
  }

  private static func breakLength(_ scalars: [Unicode.Scalar], _ place: Int) -> Int? {
    for form in ["<br>", "<br/>", "<br />"] {
      let signs = Array(form.unicodeScalars)
      if scalars[place...].starts(with: signs) { return signs.count }
    }
    return nil
  }

  private static func reference(
    _ scalars: [Unicode.Scalar], _ place: Int
  ) -> (Unicode.Scalar, Int)? {
    guard place + 3 < scalars.count, scalars[place + 1] == "#" else { return nil }
    var value: UInt32 = 0
    var end = place + 2
    while end < scalars.count, end < place + 10, (0x30...0x39).contains(scalars[end].value) {
      value = value * 10 + (scalars[end].value - 0x30)
      end += 1
    }
    guard end > place + 2, end < scalars.count, scalars[end] == ";", value > 0,
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, end + 1 - place)
  }
}
