/// A term cut into what counts as one character: a byte and up to three bytes that continue it, which in UTF-8 is a scalar.
enum TermUnits {
  /// Where the unit that begins at a place ends.
  @inline(__always)
  static func end(_ bytes: some RandomAccessCollection<UInt8>, at start: Int) -> Int {
    let first = bytes.startIndex
    var end = start + 1
    while end < bytes.count, end < start + 4,
      bytes[bytes.index(first, offsetBy: end)] & 0xC0 == 0x80
    {
      end += 1
    }
    return end
  }

  /// The units of some bytes, each as one number.
  static func numbers(_ bytes: [UInt8]) -> [UInt32] {
    var units: [UInt32] = []
    var start = 0
    while start < bytes.count {
      let end = end(bytes, at: start)
      units.append(number(bytes[start..<end]))
      start = end
    }
    return units
  }

  /// The bytes of a unit as one number; different units give different numbers, as no unit begins with a zero that counts.
  static func number(_ unit: ArraySlice<UInt8>) -> UInt32 {
    unit.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
