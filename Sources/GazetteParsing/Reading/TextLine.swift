internal import GazetteDocument

/// One line of plain text that holds more than white space.
struct TextLine {
  /// The line without the white space around it.
  var range: Range<Int>
  /// Whether the line begins with an ideographic space or two and more common ones.
  var isIndented: Bool
  /// Whether a blank line, or the start of the text, stands before it.
  var followsBlank: Bool

  /// All lines of a text that hold more than white space.
  static func lines(of text: Span<UInt8>) -> [TextLine] {
    var lines: [TextLine] = []
    lines.reserveCapacity(text.count / 96 + 1)
    var position = 0
    var followsBlank = true
    while position < text.count {
      let end = text.lineEnd(from: position)
      let range = text.trimmed(position..<end)
      if range.isEmpty {
        followsBlank = true
      } else {
        lines.append(
          TextLine(
            range: range, isIndented: range.lowerBound - position > 1, followsBlank: followsBlank))
        followsBlank = false
      }
      position = end + 1
      if end + 1 < text.count, text[end] == 0x0D, text[end + 1] == 0x0A { position = end + 2 }
    }
    return lines
  }
}

extension Span where Element == UInt8 {
  /// The place of the next line feed or carriage return at or after a place, or the count.
  func lineEnd(from start: Int) -> Int {
    let raw = unsafe bytes
    let ones: UInt64 = 0x0101_0101_0101_0101
    var position = start
    while position + 8 <= count {
      let word = UInt64(
        littleEndian: unsafe raw.unsafeLoadUnaligned(
          fromUncheckedByteOffset: position, as: UInt64.self))
      // A zero byte in the difference is a hit: only it borrows while its own highest bit is clear.
      let feed = word ^ (ones &* 0x0A)
      let back = word ^ (ones &* 0x0D)
      let hits = ((feed &- ones) & ~feed | (back &- ones) & ~back) & (ones &* 0x80)
      if hits != 0 { return position + hits.trailingZeroBitCount / 8 }
      position &+= 8
    }
    while position < count, self[position] != 0x0A, self[position] != 0x0D { position += 1 }
    return position
  }

  /// The width of a range in columns, a Han character taking two.
  func columns(in range: Range<Int>) -> Int {
    var width = 0
    for index in range {
      let byte = self[index]
      width += byte < 0x80 || byte & 0xE0 == 0xC0 ? 1 : byte >= 0xE0 ? 2 : 0
    }
    return width
  }
}
