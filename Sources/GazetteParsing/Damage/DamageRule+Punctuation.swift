internal import GazetteDocument

private let any: [ClosedRange<UInt8>] = [0...255]
private let small: [ClosedRange<UInt8>] = [0x61...0x7A]

// Signs that stand twice, alone or apart.
extension DamageRule {
  /// `，。`, `,,`: a generator set two signs for one; the stronger one stays.
  static let doubledPunctuation = DamageRule(
    name: "doubled-punctuation",
    detector: .windows([
      .init(
        10, [0x8C...0x8C, 0x82...0x82, 0x9B...0x9B, 0x9A...0x9A, 0x81...0x81, 0x9F...0x9F],
        [0xEF...0xEF, 0xE3...0xE3], [0xBC...0xBC, 0x80...0x80]),
      .init(
        11, [0x2C...0x2C, 0x3B...0x3B],
        [0x2C...0x2C, 0x3B...0x3B, 0x2E...0x2E, 0xE3...0xE3, 0xEF...0xEF], any), mixedSigns,
      .init(7, small, [0x2E...0x2E], [0x2E...0x2E, 0x3B...0x3B]),
    ]) { text, place in
      if text[place].isLowercase { return doubledStop(text, place + 1) }
      if text[place] < 0x80 {
        return text[place + 1] < 0x80 ? doubledNarrow(text, place) : doubledMixed(text, place)
      }
      return text[place + 1] < 0x80
        ? doubledMixed(text, place + 1) : doubledWide(text, place - 2)
    })

  /// A sign of ASCII beside one of full width: `。,` and `,。`.
  private static func doubledMixed(_ text: DamageText, _ place: Int) -> DamageFinding? {
    guard text[place] == 0x2C || text[place] == 0x3F else { return nil }
    if strength(text.triple(place - 3)) != nil, text.isHan(at: place + 1) {
      return .mended(place - 3..<place + 1, text.string(place - 3..<place), 0.85)
    }
    guard text[place] == 0x2C, strength(text.triple(place + 1)) != nil, text.isHan(before: place)
    else { return nil }
    return .mended(place..<place + 4, text.string(place + 1..<place + 4), 0.85)
  }

  private static func doubledNarrow(_ text: DamageText, _ place: Int) -> DamageFinding? {
    guard text[place] == 0x2C || text[place] == 0x3B, isWordEnd(text[place - 1]),
      text[place + 1] == 0x2C || text[place + 1] == 0x3B || text[place + 1] == 0x2E,
      text[place + 2] == 0x20 || text[place + 2] == 0x0A || text[place + 2].isLetter
    else { return nil }
    let stays = text[place + 1] == 0x2E ? "." : text[place] == text[place + 1] ? "," : ";"
    let kept = text[place] == 0x3B && text[place + 1] == 0x3B ? ";" : stays
    return .mended(place..<place + 2, kept, 0.9)
  }

  /// `afterwards..` and `do.;` where another sentence begins, or the text ends.
  private static func doubledStop(_ text: DamageText, _ place: Int) -> DamageFinding? {
    guard text[place] == 0x2E, text[place + 1] == 0x2E || text[place + 1] == 0x3B,
      text.word(before: place).count > 1,
      !["co", "ltd", "inc", "etc", "no", "al", "vs", "pp", "eg", "ie", "corp", "st", "mr", "dr"]
        .contains(text.lowered(text.word(before: place)))
    else { return nil }
    var next = place + 2
    while text[next] == 0x20 { next += 1 }
    let endsLine = text[next] == 0 || text[next] == 0x0A || text[next] == 0x0D
    guard next > place + 2 && text[next].isUppercase || endsLine && text[place + 1] == 0x2E,
      text[place + 2] != 0x2E
    else { return nil }
    return .mended(place..<place + 2, ".", 0.85)
  }

  private static func isWordEnd(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }

  /// Signs of full width, the weaker ones first; `？！` and rows of one sign that is meant are not among them.
  private static func strength(_ sign: UInt32) -> Int? {
    switch sign {
    case 0xE38081: 1  // 、
    case 0xEFBC8C: 2  // ，
    case 0xEFBC9A: 3  // ：
    case 0xEFBC9B: 4  // ；
    case 0xE38082: 5  // 。
    case 0xEFBC9F, 0xEFBC81: 6  // ？！
    default: nil
    }
  }

  private static func doubledWide(_ text: DamageText, _ place: Int) -> DamageFinding? {
    guard let first = strength(text.triple(place)), let second = strength(text.triple(place + 3)),
      strength(text.triple(place - 3)) == nil
    else { return nil }
    var end = place + 6
    var count = 2
    var best = first >= second ? place : place + 3
    while let next = strength(text.triple(end)) {
      if next > (strength(text.triple(best)) ?? 0) { best = end }
      end += 3
      count += 1
    }
    let isSame = text.triple(place) == text.triple(place + 3)
    // ？！ and ！！！ are meant; three full stops or more are dots.
    if first == 6, second == 6 { return nil }
    if isSame, count > 2 { return nil }
    return .mended(place..<end, text.string(best..<best + 3), 0.9)
  }

  /// `thinking , adhere`: a space in front of a comma.
  static let spaceBeforeComma = DamageRule(
    name: "space-before-comma",
    detector: .windows([loneLetters]) { text, place in
      guard text[place] == 0x20, text[place + 1] == 0x2C, text[place + 2] == 0x20,
        text[place - 1].isLetter, text[place - 2].isLetter, text[place + 3].isLetter
      else { return nil }
      return .mended(place..<place + 1, "", 0.9).weak
    })

  /// A comma, or a letter that is no word, between two spaces.
  private static let loneLetters = WindowGate.Window(
    12, [0x20...0x20], [0x2C...0x2C, 0x62...0x7A], [0x20...0x20])

  /// `in y extremely poor areas`: what is left of a word.
  static let strayLetter = DamageRule(
    name: "stray-letter",
    detector: .windows([loneLetters]) { text, place in
      let letter = text[place + 1]
      guard text[place] == 0x20, text[place + 2] == 0x20, letter.isLowercase,
        letter != 0x61, letter != 0x69, letter != 0x6F, letter != 0x78
      else { return nil }
      let (before, behind) = (text.word(before: place), text.word(at: place + 3))
      guard before.count > 1, behind.count > 1, text[before.lowerBound].isLowercase,
        text[behind.lowerBound].isLowercase, text[before.lowerBound - 1] == 0x20,
        text[behind.upperBound] == 0x20 || text[behind.upperBound] == 0x2C,
        !DamageTables.shared.letterContexts.contains(text.lowered(before))
      else { return nil }
      // Other languages have words of one letter.
      let (last, next) = (text.lowered(before), text.lowered(behind))
      let isEnglish = { DamageTables.shared.linkWords.contains($0) }
      guard isEnglish(last) || isEnglish(next) else {
        // `two q quilts` begins a word twice.
        guard letter == text[behind.lowerBound] else { return nil }
        return .mended(place..<place + 2, "", 0.6).doubtful
      }
      return .mended(place..<place + 2, "", 0.7)
    })

  /// 不要走得x快: a small letter between two Han.
  static let strayHanLetter = DamageRule(
    name: "stray-letter",
    detector: .windows([.init(8, [0x80...0xBF], small, [0xE4...0xE9])]) { text, place in
      guard text[place + 1].isLowercase, text.isHan(before: place + 1), text.isHan(at: place + 2)
      else { return nil }
      return .kept(place + 1..<place + 2, .lowTrust, 0.5).doubtful
    })

  /// `第四】章`, `★`: signs strewn between the words against copying.
  static let confetti = DamageRule(
    name: "confetti",
    detector: .windows([
      DamageRule.symbols, .init(16, [0xE3...0xE3], [0x80...0x80], [0x90...0x91]),
    ]) { text, place in
      let sign = text.triple(place)
      var end = place + 3
      if isOrnament(sign) {
        guard !isOrnament(text.triple(place - 3)), !isBracket(text.triple(place - 3)) else {
          return nil
        }
        while isOrnament(text.triple(end)) || isLoneBracket(text, end) { end += 3 }
        let isCount = text[place - 1].isDigit
        guard text.isHan(before: place) || text[place - 1].isLetter || text[place - 1] == 0x20,
          text.isHan(at: end) || text[end].isLowercase, !isCount, !text.isLineStart(place)
        else { return nil }
      } else {
        guard isLoneBracket(text, place), text.isHan(before: place) else { return nil }
        while isOrnament(text.triple(end)) { end += 3 }
        guard text.isHan(at: end) else { return nil }
      }
      var found = DamageFinding.mended(place..<end, "", 0.8)
      found.reach = .sign
      return found
    })

  /// Whether a sign is one of ★☆■◆◇▲▼◥☻.
  private static func isOrnament(_ sign: UInt32) -> Bool {
    switch sign {
    case 0xE29885, 0xE29886, 0xE296A0, 0xE29786, 0xE29787, 0xE296B2, 0xE296BC, 0xE297A5, 0xE298BB:
      true
    default: false
    }
  }

  private static func isBracket(_ sign: UInt32) -> Bool { sign == 0xE38090 || sign == 0xE38091 }

  private static func isLoneBracket(_ text: DamageText, _ place: Int) -> Bool {
    let sign = text.triple(place)
    return isBracket(sign) && !isPaired(text, place, sign)
  }

  private static func isPaired(_ text: DamageText, _ place: Int, _ sign: UInt32) -> Bool {
    if sign == 0xE38090 {
      let end = text.lineEnd(place)
      return (place..<max(place, end)).contains { text.triple($0) == 0xE38091 }
    }
    return (text.lineStart(place)..<place).contains { text.triple($0) == 0xE38090 }
  }
}
