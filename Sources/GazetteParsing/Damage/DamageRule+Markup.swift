internal import GazetteDocument

/// Any byte.
private let any: [ClosedRange<UInt8>] = [0...255]

// Remains of markup and of escapes.
extension DamageRule {
  /// `realu2014u2014`: the backslashes of JSON escapes are lost.
  static let strippedEscape = DamageRule(
    name: "stripped-escape",
    detector: .windows([
      .init(
        2, [0x75...0x75, 0x55...0x55], [0x30...0x39], [0x30...0x39, 0x41...0x46, 0x61...0x66]),
      .init(
        18, [0x75...0x75, 0x55...0x55], [0x66...0x66, 0x46...0x46], [0x66...0x66, 0x46...0x46]),
    ]) { text, place in
      guard let value = hexadecimal(text, place + 1), text[place] | 0x20 == 0x75 else { return nil }
      var start = place
      while text[start - 1] == 0x5C { start -= 1 }
      let isEscaped = start < place
      guard let sign = Unicode.Scalar(value) else { return nil }
      switch value {
      case 0x2010...0x2027, 0x2030...0x203A, 0x3000...0x3002, 0x3008...0x3011, 0x3014...0x3015,
        0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF3D, 0xFF5B...0xFF5E, 0x00A0, 0x00B7, 0x200B:
        break
      // A character is believed only with its backslash, or in a run of escapes.
      case 0x4E00...0x9FFF:
        let isRun =
          hexadecimal(text, place - 4) != nil && text[place - 5] | 0x20 == 0x75
          || text[place + 5] | 0x20 == 0x75 && hexadecimal(text, place + 6) != nil
        guard isEscaped || isRun else { return nil }
      default: return nil
      }
      // Four digits and no more: `u20145` could be a name.
      let behind = text[place + 5]
      guard isEscaped || !behind.isDigit else { return nil }
      var replacement = String(Character(sign))
      if value == 0xA0 || value == 0x3000 { replacement = " " }
      if value == 0x200B { replacement = "" }
      return .mended(start..<place + 5, replacement, isEscaped ? 0.99 : 0.98)
    })

  /// Four hexadecimal digits as a number.
  private static func hexadecimal(_ text: DamageText, _ place: Int) -> UInt32? {
    guard place >= 0 else { return nil }
    var value: UInt32 = 0
    for index in place..<place + 4 {
      let byte = text[index]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46, 0x61...0x66: digit = (byte | 0x20) - 0x61 + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// `strong>`, `< p>`: halves of tags, or whole ones that no reader took for markup.
  static let brokenTag = DamageRule(
    name: "broken-tag",
    detector: .windows([.init(1, [0x3C...0x3C, 0x3E...0x3E], any, any)]) { text, place in
      let found = text[place] == 0x3C ? openTag(text, place) : tagRemains(text, place)
      guard let (range, name) = found else { return nil }
      return mendedTag(text, range, name)
    })

  /// A tag from its `<`; Markdown reads those that are well formed.
  private static func openTag(_ text: DamageText, _ place: Int) -> (Range<Int>, String)? {
    var index = place + 1
    while text[index] == 0x20, index < place + 4 { index += 1 }
    if text[index] == 0x2F { index += 1 }
    while text[index] == 0x20, index < place + 6 { index += 1 }
    let isSpaced = index > place + 2 || index == place + 2 && text[place + 1] == 0x20
    let start = index
    while text[index].isLetter || text[index].isDigit && index > start { index += 1 }
    let name = text.lowered(start..<index)
    guard DamageTables.shared.tags.contains(name) else { return nil }
    let limit = min(text.count, index + 200)
    while index < limit, text[index] != 0x3E {
      if text[index] == 0x3C || text[index] == 0x0A { return nil }
      index += 1
    }
    guard text[index] == 0x3E else { return nil }
    // `a < b and c > d` is arithmetic.
    let inside = text.utf8[start + name.utf8.count..<index]
    guard inside.allSatisfy({ $0 == 0x20 || $0 == 0x2F }) || inside.contains(0x3D) else {
      return nil
    }
    if text.isMarkdown, !isSpaced { return nil }
    return (place..<index + 1, name)
  }

  /// What is left of a tag in front of its `>`: `strong>`, `/p>`, `style="…">`.
  private static func tagRemains(_ text: DamageText, _ place: Int) -> (Range<Int>, String)? {
    var end = place
    while text[end - 1] == 0x20, end > place - 3 { end -= 1 }
    if text[end - 1] == 0x2F { end -= 1 }
    if text[end - 1] == 0x22 || text[end - 1] == 0x27 { return attributeRemains(text, place) }
    var start = end
    while text[start - 1].isLetter || text[start - 1].isDigit, start > end - 12 { start -= 1 }
    let name = text.lowered(start..<end)
    guard DamageTables.shared.tags.contains(name) else { return nil }
    let isClosing = text[start - 1] == 0x2F
    if isClosing { start -= 1 }
    guard text[start - 1] != 0x3C, text[start - 2] != 0x3C || text[start - 1] != 0x20,
      text[start - 1] != 0x2D, text[start - 1] != 0x3A
    else { return nil }
    // One letter alone is more often arithmetic: `p>0.05`.
    if name.utf8.count == 1, !isClosing {
      let behind = text[place + 1]
      guard end == place, text.isLineStart(start), behind.isLetter || behind >= 0xE4 else {
        return nil
      }
    }
    return (start..<place + 1, name)
  }

  private static func attributeRemains(_ text: DamageText, _ place: Int) -> (Range<Int>, String)? {
    var index = place - 2
    let limit = max(0, place - 160)
    while index > limit, text[index] != 0x3C, text[index] != 0x3E, text[index] != 0x0A {
      if text[index] == 0x3D, text[index + 1] == 0x22 || text[index + 1] == 0x27 {
        var start = index
        while text[start - 1].isLetter || text[start - 1] == 0x2D { start -= 1 }
        guard start < index else { return nil }
        // Further attributes, and the element's name in front of them.
        var front = start
        while text[front - 1] == 0x20 { front -= 1 }
        let word = text.word(before: front)
        guard text[front - 1] != 0x22, text[word.lowerBound - 1] != 0x3C else { return nil }
        let isNamed = DamageTables.shared.tags.contains(text.lowered(word))
        return ((isNamed ? word.lowerBound : start)..<place + 1, isNamed ? text.lowered(word) : "")
      }
      index -= 1
    }
    return nil
  }

  private static func mendedTag(
    _ text: DamageText, _ range: Range<Int>, _ name: String
  ) -> DamageFinding {
    var range = range
    let isBlock = !["", "strong", "span", "em", "b", "u", "i", "font", "a", "sup", "sub", "img"]
      .contains(name)
    let behind = text[range.upperBound]
    if text[range.lowerBound - 1] == 0x20,
      behind == 0x2C || behind == 0x2E || behind == 0x3B || behind == 0x20 || behind == 0x0A
        || behind == 0
    {
      range = range.lowerBound - 1..<range.upperBound
    }
    let isInside = !text.isLineStart(range.lowerBound) && behind != 0x0A && behind != 0
    return .mended(range, isBlock && isInside ? "\n" : "", 0.95, flag: .markup)
  }

  /// `&nbsp;`, `&ldquo;`, `ldquo;`: entities that nobody decoded.
  static let brokenEntity = DamageRule(
    name: "broken-entity",
    detector: .windows([
      .init(0, [0x22...0x22, 0x26...0x26, 0x2A...0x2A], any, any),
      .init(18, [0x75...0x75, 0x73...0x73], [0x6F...0x6F, 0x70...0x70], [0x3B...0x3B]),
    ]) { text, place in
      guard !text.isMarkdown else { return nil }
      guard text[place] == 0x26 else { return halfEntity(text, place + 2) }
      var end = place + 1
      while end < place + 10, text[end].isLetter || text[end].isDigit || text[end] == 0x23 {
        end += 1
      }
      guard text[end] == 0x3B, end > place + 2 else { return nil }
      let name = text.string(place + 1..<end)
      guard let meant = name.hasPrefix("#") ? numbered(name.dropFirst()) : named(name) else {
        return nil
      }
      let replacement = meant == "\u{A0}" ? " " : meant
      return .mended(place..<end + 1, replacement, 0.97, flag: .markup)
    })

  /// An entity whose `&` is lost, by the `;` at its end.
  private static func halfEntity(_ text: DamageText, _ end: Int) -> DamageFinding? {
    guard text[end] == 0x3B else { return nil }
    for name in ["nbsp", "ldquo", "rdquo", "lsquo", "rsquo", "laquo", "raquo", "ensp", "emsp"] {
      let start = end - name.utf8.count
      guard text.holds(name.utf8, at: start), text[start - 1] != 0x26, let meant = named(name)
      else { continue }
      let isSpace = name.hasSuffix("sp")
      return .mended(start..<end + 1, isSpace ? " " : meant, 0.9, flag: .markup)
    }
    return nil
  }

  private static func named(_ name: String) -> String? {
    let meant = EntityName.text(of: name)
    return meant.hasPrefix("&") && meant.utf8.count > 1 ? nil : meant
  }

  private static func numbered(_ digits: Substring) -> String? {
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
    return String(Character(scalar))
  }
}
