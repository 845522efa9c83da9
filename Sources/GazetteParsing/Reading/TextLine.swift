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
    let feed = ByteVector(repeating: 0x0A)
    let back = ByteVector(repeating: 0x0D)
    var position = start
    while position + 16 <= count {
      let bytes = vector(at: position)
      let lane = ByteVector.first(in: (bytes .== feed) .| (bytes .== back))
      if lane < 16 { return position + lane }
      position &+= 16
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
