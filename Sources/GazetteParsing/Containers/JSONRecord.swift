internal import GazetteDocument

/// One object of a file of JSON Lines (RFC 8259): its own values that are strings, numbers or truth values; what is
/// nested deeper is read over.
struct JSONRecord {
  /// The values in their order; numbers and truth values as they are written.
  private(set) var values: [(key: String, value: [UInt8])] = []
  /// Escapes that stand for no character: halves of pairs.
  private(set) var losses = 0

  private var position: Int

  /// Reads an object.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - range: Where the object stands.
  /// - Throws: `ParseError.malformed` with the offset when it is no JSON object.
  init(_ text: Span<UInt8>, in range: Range<Int>) throws(ParseError) {
    position = range.lowerBound
    let end = range.upperBound
    try expect(UInt8(ascii: "{"), text, end)
    skipSpace(text, end)
    if position < end, text[position] == UInt8(ascii: "}") {
      position += 1
    } else {
      while true {
        skipSpace(text, end)
        let key = try string(text, end)
        try expect(UInt8(ascii: ":"), text, end)
        skipSpace(text, end)
        guard position < end else { throw failure() }
        if text[position] == UInt8(ascii: "\"") {
          values.append((String(decoding: key, as: UTF8.self), try string(text, end)))
        } else if let plain = try value(text, end) {
          values.append((String(decoding: key, as: UTF8.self), plain))
        }
        skipSpace(text, end)
        if position < end, text[position] == UInt8(ascii: ",") {
          position += 1
          continue
        }
        try expect(UInt8(ascii: "}"), text, end)
        break
      }
    }
    skipSpace(text, end)
    guard position == end else { throw failure() }
  }

  /// The first value of a key.
  subscript(key: String) -> [UInt8]? { values.first { $0.key == key }?.value }

  private func failure() -> ParseError {
    .malformed(ParseFinding(.jsonLine), offset: position)
  }

  private mutating func skipSpace(_ text: Span<UInt8>, _ end: Int) {
    while position < end, text[position].isSpace { position += 1 }
  }

  private mutating func expect(_ byte: UInt8, _ text: Span<UInt8>, _ end: Int) throws(ParseError) {
    skipSpace(text, end)
    guard position < end, text[position] == byte else { throw failure() }
    position += 1
  }

  /// Reads a number, a word or a nested value; `nil` for the last and for `null`.
  private mutating func value(_ text: Span<UInt8>, _ end: Int) throws(ParseError) -> [UInt8]? {
    let start = position
    guard text[position] == UInt8(ascii: "{") || text[position] == UInt8(ascii: "[") else {
      while position < end,
        text[position].isLetter || text[position].isDigit || text[position] == 0x2B
          || text[position] == 0x2D || text[position] == 0x2E
      {
        position += 1
      }
      guard position > start else { throw failure() }
      var plain: [UInt8] = []
      for index in start..<position { plain.append(text[index]) }
      return plain == Array("null".utf8) ? nil : plain
    }
    var depth = 0
    repeat {
      guard position < end else { throw failure() }
      switch text[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        _ = try string(text, end)
        continue
      default: break
      }
      position += 1
    } while depth > 0
    return nil
  }

  private mutating func string(_ text: Span<UInt8>, _ end: Int) throws(ParseError) -> [UInt8] {
    guard position < end, text[position] == UInt8(ascii: "\"") else { throw failure() }
    position += 1
    var result: [UInt8] = []
    while position < end {
      let byte = text[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return result }
      if byte == UInt8(ascii: "\\") {
        try escape(text, end, &result)
      } else {
        result.append(byte)
      }
    }
    throw failure()
  }

  private mutating func escape(
    _ text: Span<UInt8>, _ end: Int, _ result: inout [UInt8]
  ) throws(ParseError) {
    guard position < end else { throw failure() }
    let sign = text[position]
    position += 1
    switch sign {
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(sign)
    case UInt8(ascii: "u"):
      var value = try unit(text, end)
      if value >> 10 == 0x36, text.starts(with: "\\u", at: position, end: end) {
        let before = position
        position += 2
        let low = try unit(text, end)
        if low >> 10 == 0x37 {
          value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
        } else {
          position = before
        }
      }
      if let scalar = Unicode.Scalar(value) {
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        losses += 1
        result.append(contentsOf: UTF8.encodedReplacementCharacter)
      }
    default: throw failure()
    }
  }

  private mutating func unit(_ text: Span<UInt8>, _ end: Int) throws(ParseError) -> UInt32 {
    guard position + 4 <= end,
      let value = UInt32(text.string(in: position..<position + 4), radix: 16)
    else { throw failure() }
    position += 4
    return value
  }
}
