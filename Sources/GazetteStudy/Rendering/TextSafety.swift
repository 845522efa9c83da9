/// Keeps signs that turn the direction of writing, and control characters, out of what is shown.
enum TextSafety {
  /// The text without them.
  static func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: result.append(" ")
      case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF:
        continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
