package import GazetteParsing

/// One cell: its text, and what a form of file keeps of it beside the text.
package struct ChecklistCell: Sendable, Hashable {
  /// The text; lines end with a line feed.
  package let text: String
  /// The number that a spreadsheet holds in it; the text is how it reads.
  package var number: SpreadsheetCell.Number?
  /// The address that it leads to.
  package var link: String?
  /// The Markdown that stands for the text as somebody typed it.
  package var markdown: String?

  /// Creates a cell.
  ///
  /// Line ends become line feeds, and the three scalars that no spreadsheet can hold (U+0000, U+FFFE, U+FFFF) U+FFFD.
  ///
  /// - Parameter text: The text.
  package init(_ text: String = "") {
    let needsWork = text.utf8.contains { $0 == 0x0D || $0 == 0 || $0 == 0xEF }
    guard needsWork else {
      self.text = text
      return
    }
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D: result.append("\n")
      case 0x0A where last == "\r": break
      case 0, 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
      last = scalar
    }
    self.text = String(result)
  }

  /// Whether there is nothing in it but white space.
  package var isBlank: Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// Whether two cells say the same to a reader: white space at the ends makes no difference.
  package func says(_ other: String) -> Bool { text == other || text.trimmed == other.trimmed }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The text in one line: each run of white space a space, none between two Han characters.
  var collapsed: String {
    var result = String.UnicodeScalarView()
    var isPending = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        isPending = !result.isEmpty
        continue
      }
      if isPending, let last = result.last, !(last.value >= 0x2E80 && scalar.value >= 0x2E80) {
        result.append(" ")
      }
      isPending = false
      result.append(scalar)
    }
    return String(result)
  }
}
