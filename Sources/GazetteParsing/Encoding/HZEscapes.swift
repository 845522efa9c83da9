internal import GazetteDocument

/// The escapes of HZ (RFC 1843): `~{` begins and `~}` ends a run of GB 2312 without its high bits.
enum HZEscapes {
  /// How far a text is looked through for them.
  private static let sample = 64 << 10

  /// Whether a text of plain ASCII is written in HZ: every `~{` begins a run of pairs that a `~}` or the end of the line
  /// closes, and Han stand in them.
  static func areIn(_ text: Span<UInt8>) -> Bool {
    let end = min(text.count, sample)
    guard var place = text.firstPlace(of: "~{", in: 0..<end) else { return false }
    for index in 0..<end where text[index] >= 0x80 { return false }
    var han = 0
    while true {
      var position = place + 2
      while position + 1 < text.count, isPair(text[position], text[position + 1]) {
        han += text[position] >= 0x30 ? 1 : 0
        position += 2
      }
      guard position > place + 2 else { return false }
      let isClosed = text.starts(with: "~}", at: position, end: text.count)
      guard isClosed || position >= end || text[position].isSpace else { return false }
      guard let next = text.firstPlace(of: "~{", in: position..<max(position, end)) else { break }
      place = next
    }
    return han > 1
  }

  private static func isPair(_ lead: UInt8, _ trail: UInt8) -> Bool {
    lead >= 0x21 && lead <= 0x77 && trail >= 0x21 && trail <= 0x7E
  }

  /// The same text in GB 2312 with its high bits.
  static func removed(from bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isHan = false
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      let next = position + 1 < bytes.count ? bytes[position + 1] : 0
      if byte == 0x7E, !isHan, next == 0x7B {
        isHan = true
        position += 2
      } else if byte == 0x7E, isHan, next == 0x7D {
        isHan = false
        position += 2
      } else if byte == 0x7E, !isHan, next == 0x7E || next == 0x0A {
        // ~~ is a tilde, and one at the end of a line joins it to the next.
        if next == 0x7E { result.append(0x7E) }
        position += 2
      } else if isHan, isPair(byte, next) {
        result.append(byte | 0x80)
        result.append(next | 0x80)
        position += 2
      } else {
        // A run ends with its line, closed or not.
        if byte == 0x0A { isHan = false }
        result.append(byte)
        position += 1
      }
    }
    return result
  }
}
