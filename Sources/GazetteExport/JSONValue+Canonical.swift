extension JSONValue {
  /// The value in the one form of RFC 8785 (JSON Canonicalization Scheme): no white space, keys sorted by their UTF-16 code
  /// units, few escapes; `nil` when it holds a number with a fraction, whose form is harder to agree on.
  ///
  /// Recursive, as deep as the value nests: whatever was decoded nests no deeper than the decoder goes.
  package var canonicalText: String? {
    var text: [UInt8] = []
    return append(to: &text) ? String(decoding: text, as: UTF8.self) : nil
  }

  private func append(to text: inout [UInt8]) -> Bool {
    switch self {
    case .null: text += "null".utf8
    case .bool(let value): text += (value ? "true" : "false").utf8
    case .integer(let value): text += "\(value)".utf8
    case .number: return false
    case .string(let value): JSONValue.append(value, to: &text)
    case .array(let values):
      text.append(UInt8(ascii: "["))
      for (place, value) in values.enumerated() {
        if place > 0 { text.append(UInt8(ascii: ",")) }
        guard value.append(to: &text) else { return false }
      }
      text.append(UInt8(ascii: "]"))
    case .object(let members):
      text.append(UInt8(ascii: "{"))
      let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
      for (place, member) in sorted.enumerated() {
        if place > 0 { text.append(UInt8(ascii: ",")) }
        JSONValue.append(member.key, to: &text)
        text.append(UInt8(ascii: ":"))
        guard member.value.append(to: &text) else { return false }
      }
      text.append(UInt8(ascii: "}"))
    }
    return true
  }

  private static func append(_ string: String, to text: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    text.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
      case 0x08: text += "\\b".utf8
      case 0x09: text += "\\t".utf8
      case 0x0A: text += "\\n".utf8
      case 0x0C: text += "\\f".utf8
      case 0x0D: text += "\\r".utf8
      case 0..<0x20: text += "\\u00".utf8 + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}
