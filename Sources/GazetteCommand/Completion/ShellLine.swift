/// A line of bash up to the cursor, cut into words as the shell does.
struct ShellLine {
  /// The whole words before the one at the cursor, without their quotes.
  private(set) var words: [String] = []
  /// The word at the cursor as far as it is typed, without its quotes.
  private(set) var current = ""
  /// The quote that is open at the cursor; `nil` for none.
  private(set) var quote: Unicode.Scalar?
  /// What of the current word, without its quotes, stands before the place from which bash replaces it.
  private(set) var kept = ""

  /// Cuts a line.
  ///
  /// - Parameters:
  ///   - line: The line up to the cursor.
  ///   - breaks: The characters at which bash begins anew what it replaces: `COMP_WORDBREAKS`.
  ///   - isWord: Whether it is a single word, with whatever white space.
  init(_ line: String, breaks: String = "", isWord: Bool = false) {
    let breaks = Set(breaks.unicodeScalars)
    var isOpen = false
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        isEscaped = false
        if quote == "\"", !Self.escapable.contains(scalar) { append("\\") }
        append(scalar)
      } else if scalar == "\\", quote != "'" {
        (isEscaped, isOpen) = (true, true)
      } else if scalar == quote {
        quote = nil
      } else if quote != nil {
        append(scalar)
      } else if scalar == "\"" || scalar == "'" {
        (quote, isOpen, kept) = (scalar, true, current)
      } else if !isWord, scalar == " " || scalar == "\t" || scalar == "\n" {
        if isOpen { words.append(current) }
        (current, kept, isOpen) = ("", "", false)
      } else {
        isOpen = true
        append(scalar)
        if breaks.contains(scalar) { kept = current }
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) { current.unicodeScalars.append(scalar) }

  /// A word as bash puts it in the place of what is typed; `nil` when what stays in front of it is not its beginning.
  func replacement(_ word: String) -> String? {
    guard word.utf8.starts(with: kept.utf8) else { return nil }
    var text = ""
    for scalar in word.unicodeScalars.dropFirst(kept.unicodeScalars.count) {
      switch quote {
      case "'": text += scalar == "'" ? #"'\''"# : String(Character(scalar))
      case "\"":
        if Self.escapable.contains(scalar) { text += "\\" }
        text.unicodeScalars.append(scalar)
      default:
        if scalar.isASCII, !Self.isPlain(scalar) { text += "\\" }
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// What a backslash keeps from having a meaning between double quotes.
  private static let escapable: Set<Unicode.Scalar> = ["\"", "\\", "$", "`"]

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "/", ":", "=", "+", "@", "%", ",", "^":
      true
    default: false
    }
  }
}
