/// Reads and writes single scalars in UTF-8 without trusting the bytes.
enum UTF8Decoding {
  /// The scalar at a place and its length in bytes; U+FFFD and 1 where the bytes are no UTF-8.
  @inline(__always)
  static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (value: UInt32, length: Int) {
    let left = bytes.count - index
    let b0 = unsafe UInt32(bytes[index])
    if b0 < 0x80 { return (b0, 1) }
    if b0 >= 0xE0, b0 < 0xF0, left >= 3 {
      let b1 = unsafe UInt32(bytes[index + 1])
      let b2 = unsafe UInt32(bytes[index + 2])
      let value = (b0 & 0x0F) << 12 | (b1 & 0x3F) << 6 | b2 & 0x3F
      if b1 & 0xC0 == 0x80, b2 & 0xC0 == 0x80, value >= 0x800, value & 0xF800 != 0xD800 {
        return (value, 3)
      }
    } else if b0 >= 0xC2, b0 < 0xE0, left >= 2 {
      let b1 = unsafe UInt32(bytes[index + 1])
      if b1 & 0xC0 == 0x80 { return ((b0 & 0x1F) << 6 | b1 & 0x3F, 2) }
    } else if b0 >= 0xF0, b0 < 0xF5, left >= 4 {
      let b1 = unsafe UInt32(bytes[index + 1])
      let b2 = unsafe UInt32(bytes[index + 2])
      let b3 = unsafe UInt32(bytes[index + 3])
      let value = (b0 & 0x07) << 18 | (b1 & 0x3F) << 12 | (b2 & 0x3F) << 6 | b3 & 0x3F
      if b1 & 0xC0 == 0x80, b2 & 0xC0 == 0x80, b3 & 0xC0 == 0x80,
        value >= 0x1_0000, value < 0x11_0000
      {
        return (value, 4)
      }
    }
    return (0xFFFD, 1)
  }

  /// Appends a scalar's UTF-8.
  @inline(__always)
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
      return
    }
    if scalar >= 0x800, scalar < 0x1_0000 {
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
      return
    }
    if scalar < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    } else {
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    }
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  }

  /// Hands the bytes of a scalar's UTF-8 to a closure.
  @inline(__always)
  static func write(_ scalar: UInt32, _ body: (UInt8) -> Void) {
    if scalar < 0x80 { return body(UInt8(truncatingIfNeeded: scalar)) }
    if scalar < 0x800 {
      body(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    } else {
      if scalar < 0x1_0000 {
        body(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      } else {
        body(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
        body(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      }
      body(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    }
    body(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  }

  /// How many bytes a scalar takes.
  static func length(_ scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x1_0000 ? 3 : 4
  }
}
