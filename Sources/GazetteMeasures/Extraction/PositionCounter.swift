import GazetteDocument

/// Turns byte offsets of a text into positions, counting scalars from the place it was asked for last.
struct PositionCounter {
  let text: [UInt8]
  private var last: TextPosition = .zero

  init(text: [UInt8]) { self.text = text }

  /// Goes to a place that is known already.
  mutating func move(to position: TextPosition) { last = position }

  /// The position of a byte offset, which must lie within the text and begin a scalar.
  mutating func position(_ byte: Int) -> TextPosition {
    let (text, last) = (self.text, self.last)
    let span = text.span
    var scalar = last.scalar
    if byte >= last.byte {
      for index in last.byte..<byte where !span[index].isContinuation { scalar += 1 }
    } else {
      for index in byte..<last.byte where !span[index].isContinuation { scalar -= 1 }
    }
    self.last = TextPosition(byte: byte, scalar: scalar)
    return self.last
  }

  /// The span of a range of bytes.
  mutating func span(_ range: Range<Int>) -> TextSpan {
    let start = position(range.lowerBound)
    return TextSpan(start: start, end: position(range.upperBound))
  }
}
