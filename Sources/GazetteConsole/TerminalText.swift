/// Makes text of documents and queries safe to print on a terminal.
public enum TerminalText {
  /// The text with control and bidirectional characters written out as `⟦U+202E⟧`.
  ///
  /// Line feeds and tabs become spaces unless `keepsLines` is set. Nothing else is changed. Costs one pass.
  ///
  /// - Parameters:
  ///   - text: Text from a document, a file name or a query.
  ///   - keepsLines: Whether line feeds and tabs stay.
  /// - Returns: Text that cannot move the cursor, change colours or reverse the line.
  public static func visible(_ text: String, keepsLines: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\t":
        result.append(keepsLines ? scalar : " ")
      case "\r":
        // A carriage return before a line feed is a line end; elsewhere it would overwrite the line.
        if keepsLines { continue }
        result.append(" ")
      case _ where isHidden(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        result.append(contentsOf: "⟦U+\(padded)⟧".unicodeScalars)
      default:
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a scalar acts on a terminal or on the direction of a line instead of showing itself.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// How many terminal cells a text takes: Han, kana, Hangul and full-width signs take two, marks none.
  ///
  /// - Parameter text: Visible text.
  /// - Returns: The number of cells, after East Asian Width (UAX #11) in its main ranges.
  public static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + cells($1) }
  }

  private static func cells(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
