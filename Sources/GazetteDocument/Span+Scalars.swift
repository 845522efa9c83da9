// Small looks at valid UTF-8 that several scanners share. Every position is a byte offset, and every look ahead stops
// at the end that the caller gives.

extension UInt8 {
  @inlinable package var isDigit: Bool { self &- 0x30 < 10 }
  @inlinable package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inlinable package var isLowercase: Bool { self &- 0x61 < 26 }
  @inlinable package var isUppercase: Bool { self &- 0x41 < 26 }
  /// Space, tab, line feed, vertical tab, form feed or carriage return.
  @inlinable package var isSpace: Bool { self == 0x20 || self &- 0x09 < 5 }
  /// Whether the byte goes on with a scalar that began before it.
  @inlinable package var isContinuation: Bool { self & 0xC0 == 0x80 }
}

extension Span where Element == UInt8 {
  /// Three bytes as one number, 0 when fewer are left.
  @inlinable @inline(__always) package func triple(at position: Int, end: Int) -> UInt32 {
    guard position >= 0, position + 3 <= end else { return 0 }
    // One load where a fourth byte can be read with them.
    if position &+ 4 <= count {
      let word = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: position, as: UInt32.self)
      return UInt32(bigEndian: word) >> 8
    }
    return UInt32(self[position]) << 16 | UInt32(self[position + 1]) << 8
      | UInt32(self[position + 2])
  }

  /// Whether a digit of ASCII or full width stands at a place.
  @inlinable package func digit(at position: Int, end: Int) -> Bool {
    guard position < end else { return false }
    if self[position].isDigit { return true }
    let wide = triple(at: position, end: end)
    return wide >= 0xEFBC90 && wide <= 0xEFBC99
  }

  /// The scalar at a place with its length in bytes; the place must begin a scalar of valid UTF-8.
  @inlinable package func scalar(at position: Int) -> (value: UInt32, length: Int) {
    let lead = self[position]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let left = count - position
    if lead < 0xE0, left >= 2 {
      return (UInt32(lead & 0x1F) << 6 | UInt32(self[position + 1] & 0x3F), 2)
    }
    if lead < 0xF0, left >= 3 {
      return (
        UInt32(lead & 0x0F) << 12 | UInt32(self[position + 1] & 0x3F) << 6
          | UInt32(self[position + 2] & 0x3F), 3
      )
    }
    if left >= 4 {
      return (
        UInt32(lead & 0x07) << 18 | UInt32(self[position + 1] & 0x3F) << 12
          | UInt32(self[position + 2] & 0x3F) << 6 | UInt32(self[position + 3] & 0x3F), 4
      )
    }
    return (0xFFFD, Swift.max(1, left))
  }

  /// How many bytes of white space begin at a place: 0 when none does.
  @inlinable package func spaceLength(at position: Int, end: Int) -> Int {
    guard position < end else { return 0 }
    let byte = self[position]
    if byte < 0x80 { return byte.isSpace ? 1 : 0 }
    if byte == 0xC2 {
      guard position + 1 < end else { return 0 }
      return self[position + 1] == 0xA0 || self[position + 1] == 0x85 ? 2 : 0
    }
    guard byte == 0xE2 || byte == 0xE3 || byte == 0xE1 else { return 0 }
    switch triple(at: position, end: end) {
    case 0xE38080, 0xE28080...0xE2808A, 0xE280A8, 0xE280A9, 0xE280AF, 0xE2819F, 0xE19A80: return 3
    default: return 0
    }
  }

  /// The first place at or after `position` that is no white space, or `end`.
  @inlinable @inline(__always)
  package func skippingSpace(from position: Int, to end: Int) -> Int {
    guard position < end else { return position }
    // Most words begin with a letter or with Han, and no white space begins with a byte of either.
    let byte = self[position]
    if byte >= 0xE4 || (byte > 0x20 && byte < 0x80) { return position }
    return skippingSpaces(from: position, to: end)
  }

  @usableFromInline func skippingSpaces(from position: Int, to end: Int) -> Int {
    var position = position
    while position < end {
      let length = spaceLength(at: position, end: end)
      if length == 0 { break }
      position += length
    }
    return position
  }

  /// The end of what is left of `start..<end` without the white space at its end.
  @inlinable @inline(__always)
  package func trimmingSpace(from start: Int, to end: Int) -> Int {
    guard end > start else { return end }
    let last = self[end - 1]
    if last > 0x20, last < 0x80 { return end }
    // The last bytes of white space beyond ASCII: 80 to 8A, 9F, A0, A8, A9 and AF; 82 mostly is that of 。.
    let spaces: UInt64 = 0x7FF | 1 << 0x1F | 1 << 0x20 | 1 << 0x28 | 1 << 0x29 | 1 << 0x2F
    if last >= 0x80, spaces &>> UInt64(last & 0x3F) & 1 == 0 { return end }
    if last == 0x82, end &- start >= 3, self[end &- 3] == 0xE3 { return end }
    return trimmingSpaces(from: start, to: end)
  }

  @usableFromInline func trimmingSpaces(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start {
      let last = self[end - 1]
      if last.isSpace {
        end -= 1
      } else if last < 0x80 || last >= 0xC0 {
        break
      } else if end - 2 >= start, self[end - 2] == 0xC2, spaceLength(at: end - 2, end: end) == 2 {
        end -= 2
      } else if end - 3 >= start, spaceLength(at: end - 3, end: end) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return end
  }

  /// A range without the white space at both its ends.
  @inlinable package func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = skippingSpace(from: range.lowerBound, to: range.upperBound)
    return start..<Swift.max(start, trimmingSpace(from: start, to: range.upperBound))
  }

  /// Whether a letter, an ideograph or a digit stands in a range.
  @inlinable package func hasWord(in range: Range<Int>) -> Bool {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = self[position]
      if byte < 0x80 {
        if byte.isLetter || byte.isDigit { return true }
        position += 1
        continue
      }
      if byte >= 0xE4, byte <= 0xE9 { return true }
      let (value, length) = scalar(at: position)
      if Span.isWord(value) { return true }
      position += length
    }
    return false
  }

  /// Whether a scalar beyond ASCII is a letter, an ideograph or a number; signs, marks and pictures are not.
  @usableFromInline static func isWord(_ value: UInt32) -> Bool {
    switch value {
    case 0xC0...0x2AF: return value != 0xD7 && value != 0xF7
    case 0x3005...0x3007, 0x3021...0x3029, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0x20000...0x3FFFF, 0x2460...0x24FF, 0x2160...0x2188, 0x3220...0x3229, 0x3280...0x3289,
      0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      return true
    case 0x80...0xBF: return value == 0xAA || value == 0xB5 || value == 0xBA
    case 0x2000...0x206F, 0x20A0...0x2100, 0x2190...0x245F, 0x2500...0x2BFF, 0x3000...0x303F,
      0xE000...0xF8FF, 0xFE00...0xFE4F, 0xFF00...0xFF0F, 0xFFF0...0xFFFF, 0x1F000...0x1FAFF:
      return false
    default:
      guard let scalar = Unicode.Scalar(value) else { return false }
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}
