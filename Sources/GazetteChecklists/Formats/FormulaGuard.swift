/// Keeps spreadsheet programs from taking a cell of CSV for a formula, in a way that can be undone.
///
/// A cell that begins with a sign that starts formulas, after any apostrophes, gets one more apostrophe in front. Plain numbers and a
/// dash alone start no formula and stay.
package enum FormulaGuard {
  /// The cell as it is written.
  package static func guarded(_ text: String) -> String {
    isSuspect(text) ? "'" + text : text
  }

  /// The cell as it was before it was written.
  package static func unguarded(_ text: String) -> String {
    text.utf8.first == UInt8(ascii: "'") && isSuspect(text) ? String(text.dropFirst()) : text
  }

  private static func isSuspect(_ text: String) -> Bool {
    var scalars = text.unicodeScalars[...]
    let isBare = scalars.first != "'"
    while scalars.first == "'" { scalars.removeFirst() }
    guard let first = scalars.first else { return false }
    switch first {
    case "=", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
    case "+", "-": return !isBare || !isHarmless(scalars.dropFirst())
    default: return false
    }
  }

  /// Whether what follows a sign is the rest of a plain number, or nothing.
  private static func isHarmless(_ rest: Substring.UnicodeScalarView) -> Bool {
    var digits = 0
    for scalar in rest {
      if (0x30...0x39).contains(scalar.value) {
        digits += 1
      } else if !(scalar == "." || scalar == "," || scalar == "%") {
        return false
      }
    }
    return digits > 0 || rest.isEmpty
  }
}
