/// Reads one printed number; each function returns its style, its value and the byte after it.
struct NumberMarkReader {
  typealias Found = (NumberMark.Style, Int, Int)

  let start: Int
  let end: Int
  /// Whether a bracket may follow a number straight away.
  let isCited: Bool

  /// `1.`, `1、`, `2,`, `1)`, `1.2.3`, `1.加强`.
  func digits(_ text: Span<UInt8>) -> Found? {
    guard var (value, position) = number(text, at: start) else { return nil }
    var parts = 1
    while position < end, text[position] == 0x2E, parts < 4,
      let (next, after) = number(text, at: position + 1)
    {
      value = next
      position = after
      parts += 1
    }
    if parts > 1 {
      // 1.5倍 and 3.6% are amounts: behind a number of two parts stand white space and words.
      if position < end, text[position] == 0x2E { position += 1 }
      guard position < end, text.spaceLength(at: position, end: end) > 0 else { return nil }
      let word = text.skippingSpace(from: position, to: end)
      guard word < end, text[word].isUppercase || text[word] >= 0xE3 else { return nil }
      return (parts == 2 ? .decimal2 : .decimal3, value, position)
    }
    guard position < end else { return nil }
    // 1　总则: an ideographic space and Han.
    if text.triple(at: position, end: end) == 0xE38080, text.isHan(at: position + 3, end: end) {
      return (.decimal1, value, position)
    }
    switch text[position] {
    case 0x2E: return (.digit, value, position + 1)
    case 0x2C:
      guard
        text.spaceLength(at: position + 1, end: end) > 0 || text.isHan(at: position + 1, end: end)
      else { return nil }
      return (.digit, value, position + 1)
    case 0x29: return (.halfBracket, value, position + 1)
    default: break
    }
    switch text.triple(at: position, end: end) {
    case 0xEFBC8E, 0xE38081: return (.digit, value, position + 3)  // ．、
    case 0xEFBC89: return (.halfBracket, value, position + 3)  // ）
    default: return nil
    }
  }

  /// `(1)`, `(a)`, `(i)`, `(一)`, with half- or full-width brackets; `width` is the bytes of the opening one.
  func bracket(_ text: Span<UInt8>, width: Int) -> Found? {
    let inside = text.skippingSpace(from: start + width, to: end)
    guard inside < end else { return nil }
    var style: NumberMark.Style?
    var value = 0
    var position = inside
    if let (number, after) = number(text, at: inside) {
      (style, value, position) = (.digitBracket, number, after)
    } else if text[inside].isLetter {
      guard let letters = romanOrLetter(text, at: inside) else { return nil }
      style = letters.isRoman ? .romanBracket : .letterBracket
      (value, position) = (letters.value, letters.end)
    } else if let found = ChineseNumeral.prefix(of: text, in: inside..<end), found.value <= 999 {
      (style, value, position) = (.hanBracket, found.value, found.end)
    }
    position = text.skippingSpace(from: position, to: end)
    guard let style, let close = closing(text, at: position) else { return nil }
    return (style, value, close)
  }

  /// `①`, `⑴`, `㈠` is in `han`.
  func enclosed(_ text: Span<UInt8>) -> Found? {
    let (scalar, length) = text.scalar(at: start)
    switch scalar {
    case 0x2460...0x2473: return (.circled, Int(scalar) - 0x245F, start + length)
    case 0x2474...0x2487: return (.digitBracket, Int(scalar) - 0x2473, start + length)
    case 0x2488...0x249B: return (.digit, Int(scalar) - 0x2487, start + length)
    case 0x2160...0x216B:
      guard let after = separator(text, at: start + length) else { return nil }
      return (.roman, Int(scalar) - 0x215F, after)
    default: return nil
    }
  }

  /// `（一）`, `（1）`, and digits of full width: `１．`, `１、`.
  func fullWidth(_ text: Span<UInt8>) -> Found? {
    if text.triple(at: start, end: end) == 0xEFBC88 { return bracket(text, width: 3) }
    guard let (value, position) = number(text, at: start) else { return nil }
    guard let after = separator(text, at: position) else { return nil }
    return (.digit, value, after)
  }

  private func closing(_ text: Span<UInt8>, at position: Int) -> Int? {
    guard position < end else { return nil }
    if text[position] == 0x29 { return position + 1 }
    return text.triple(at: position, end: end) == 0xEFBC89 ? position + 3 : nil
  }

  private func separator(_ text: Span<UInt8>, at position: Int) -> Int? {
    guard position < end else { return nil }
    if text[position] == 0x2E { return position + 1 }
    switch text.triple(at: position, end: end) {
    case 0xEFBC8E, 0xE38081: return position + 3
    default: return nil
    }
  }

  /// A number of one to three digits of either width.
  private func number(_ text: Span<UInt8>, at position: Int) -> (value: Int, end: Int)? {
    var position = position
    var value = 0
    var digits = 0
    while text.digit(at: position, end: end) {
      let isWide = !text[position].isDigit
      value = value * 10 + (isWide ? Int(text[position + 2]) - 0x90 : Int(text[position]) - 0x30)
      position += isWide ? 3 : 1
      digits += 1
      guard digits < 4 else { return nil }
    }
    return digits > 0 ? (value, position) : nil
  }

  /// A roman numeral, or one letter as its place in the alphabet.
  func romanOrLetter(
    _ text: Span<UInt8>, at position: Int
  ) -> (value: Int, isRoman: Bool, end: Int)? {
    var end = position
    while end < self.end, end < position + 7, text[end].isLetter { end += 1 }
    guard end - position < 7 else { return nil }
    if let value = text.romanValue(in: position..<end) { return (value, true, end) }
    guard end == position + 1 else { return nil }
    return (Int((text[position] | 0x20) - 0x60), false, end)
  }
}
