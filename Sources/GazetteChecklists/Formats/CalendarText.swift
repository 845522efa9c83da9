/// Content lines of a calendar (RFC 5545, RFC 6868): folded at 75 octets, escaped.
enum CalendarText {
  /// One property: its name with parameters, and its value as it stands.
  struct Property {
    var name: String
    var parameters: String
    var value: String

    /// Name and parameters.
    var head: String { parameters.isEmpty ? name : name + ";" + parameters }
  }

  /// Adds a line, folded so that no part is over 75 octets and no character is cut.
  static func append(_ line: String, to bytes: inout [UInt8]) {
    var width = 0
    for scalar in line.unicodeScalars {
      let encoded = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      if width + encoded.count > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        width = 1
      }
      bytes += encoded
      width += encoded.count
    }
    bytes += [0x0D, 0x0A]
  }

  /// A value of the type TEXT.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text of a value of the type TEXT.
  static func text(_ value: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if isEscaped {
        result.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    if isEscaped { result.append("\\") }
    return String(result)
  }

  /// The value of a parameter in quotes, with the signs that it cannot hold behind a circumflex.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("^", with: "^^").replacing("\"", with: "^'").replacing("\n", with: "^n")
      + "\""
  }

  /// What a quoted value stands for.
  static func unquoted(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars where scalar != "\"" {
      if isEscaped {
        result.append(scalar == "n" ? "\n" : scalar == "'" ? "\"" : scalar)
        isEscaped = false
      } else if scalar == "^" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The lines of a file, unfolded.
  static func lines(_ utf8: [UInt8]) -> [String] {
    var lines: [[UInt8]] = []
    for piece in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = piece.last == 0x0D ? piece.dropLast() : piece
      if let first = line.first, first == 0x20 || first == 0x09, !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else if !line.isEmpty {
        lines.append(Array(line))
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Takes a line apart at the first colon outside of quotes; `nil` for a line without one.
  static func property(_ line: String) -> Property? {
    let scalars = Array(line.unicodeScalars)
    var isQuoted = false
    var semicolon: Int?
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == ";", !isQuoted, semicolon == nil { semicolon = index }
      guard scalar == ":", !isQuoted else { continue }
      func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
      let end = semicolon ?? index
      return Property(
        name: text(0..<end).uppercased(), parameters: end < index ? text(end + 1..<index) : "",
        value: text(index + 1..<scalars.count))
    }
    return nil
  }
}
