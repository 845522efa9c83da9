public import GazetteDocument

/// Addresses of web pages that lead to words on them: `#:~:text=prefix-,start,end,-suffix` (WICG, Text Fragments).
public enum TextFragment {
  /// Up to so many scalars are given whole; of longer words the beginning and the end.
  private static let longestWhole = 60
  /// So many scalars of either end are given, to the next blank.
  private static let edge = 24

  /// The address with a fragment that leads to the words of a selector.
  ///
  /// A fragment that the address has already stays in front. The parts are percent-encoded, the signs of the syntax
  /// (`-` `,` `&`) among them; each part stays within a line, as a browser wants.
  ///
  /// - Parameters:
  ///   - selector: The words.
  ///   - address: The address of the page.
  /// - Returns: The address.
  public static func link(to selector: Selector, at address: String) -> String {
    let lines = selector.exact.split(whereSeparator: \.isNewline).map(trimmed)
      .filter { !$0.isEmpty }
    guard let first = lines.first, let last = lines.last else { return address }
    var parts: [String] = []
    let prefix = trimmed(selector.prefix.split(whereSeparator: \.isNewline).last ?? "")
    let suffix = trimmed(selector.suffix.split(whereSeparator: \.isNewline).first ?? "")
    // Context beyond a line break lies in another block of the page.
    if !prefix.isEmpty, selector.prefix.last?.isNewline == false {
      parts.append(encoded(wholeWords(prefix, atEnd: true)) + "-")
    }
    if lines.count == 1, first.unicodeScalars.count <= longestWhole {
      parts.append(encoded(first))
    } else {
      parts.append(encoded(wholeWords(first, atEnd: false)))
      parts.append(encoded(wholeWords(last, atEnd: true)))
    }
    if !suffix.isEmpty, selector.suffix.first?.isNewline == false {
      parts.append("-" + encoded(wholeWords(suffix, atEnd: false)))
    }
    return address + (address.contains("#") ? ":~:text=" : "#:~:text=")
      + parts.joined(separator: ",")
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The beginning or the end of a line, without half a word of those that blanks part.
  private static func wholeWords(_ text: String, atEnd: Bool) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > edge else {
      return text
    }
    let cut = String(
      String.UnicodeScalarView(
        atEnd ? Array(scalars.suffix(edge)) : Array(scalars.prefix(edge))))
    let words = cut.split(separator: " ")
    guard words.count > 2 else { return cut }
    return (atEnd ? words.dropFirst() : words.dropLast()).joined(separator: " ")
  }

  /// Percent-encodes all but letters, digits, `.`, `_` and `~` (RFC 3986, without the hyphen, which parts the parts).
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
      if byte.isLetter || byte.isDigit || byte == 0x2E || byte == 0x5F || byte == 0x7E {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
