import GazetteDocument

/// Counts the scalars in front of bytes of a text; cheap for places that mostly rise, as each counts on from the one before.
struct ScalarCounter {
  private let utf8: [UInt8]
  private var byte = 0
  private var scalars = 0

  init(_ utf8: [UInt8]) { self.utf8 = utf8 }

  /// A range of bytes of the text as a span of the source, in which the text begins at a position.
  mutating func span(of bytes: Range<Int>, from start: TextPosition) -> TextSpan {
    let lower = position(bytes.lowerBound, from: start)
    return TextSpan(start: lower, end: position(bytes.upperBound, from: start))
  }

  private mutating func position(_ target: Int, from start: TextPosition) -> TextPosition {
    // Every byte that does not continue a scalar begins one.
    while byte < target {
      if utf8[byte] & 0xC0 != 0x80 { scalars += 1 }
      byte += 1
    }
    while byte > target {
      byte -= 1
      if utf8[byte] & 0xC0 != 0x80 { scalars -= 1 }
    }
    return TextPosition(byte: start.byte + target, scalar: start.scalar + scalars)
  }
}
