internal import GazetteDocument

private let any: [ClosedRange<UInt8>] = [0...255]

// Characters that are hidden, lost or wrong.
extension DamageRule {
  /// `public **** services`, `公***服务`: a filter hid characters.
  static let maskedCharacters = DamageRule(
    name: "masked-characters",
    detector: .windows([
      .init(0, [0x22...0x22, 0x26...0x26, 0x2A...0x2A], any, any),
      .init(4, [0xEF...0xEF], [0xBC...0xBC], [0x8A...0x8A]),
    ]) { text, place in
      let width = text[place] == 0x2A ? 1 : text.triple(place) == 0xEFBC8A ? 3 : 0
      guard width > 0, !isStar(text, place - width) else { return nil }
      var end = place + width
      while isStar(text, end) { end += width }
      guard end - place >= 2 * width, end - place <= 12 * width else { return nil }
      let isGlued = text.isHan(before: place) && text.isHan(at: end) && !namesStars(text, place)
      let isSpaced =
        text[place - 1] == 0x20 && text[end] == 0x20 && isWord(text, before: place - 1)
        && isWord(text, at: end + 1)
      guard isGlued || isSpaced || isAttached(text, place..<end),
        isSpaced || isGlued && !text.isMarkdown && end - place > 2 * width
          || !isEmphasis(text, place..<end)
      else { return nil }
      var found = DamageFinding.kept(place..<end, .masked, isSpaced || isGlued ? 0.95 : 0.8)
      if isGlued, let mask = hidden(text, place..<end) {
        found.replacement = mask
        found.confidence = 0.85
      }
      return found
    })

  /// Whether the character in front says that the stars are meant: 带**的项目.
  private static func namesStars(_ text: DamageText, _ place: Int) -> Bool {
    [0xE5B8A6, 0xE6A087, 0xE58AA0, 0xE6B3A8, 0xE68993, 0xE69C89].contains(text.triple(place - 3))
  }

  /// Whether three stars or more hang on a word, or two stand within one: `public ***services`, 中*** ，.
  private static func isAttached(_ text: DamageText, _ run: Range<Int>) -> Bool {
    let (before, behind) = (text[run.lowerBound - 1], text[run.upperBound])
    if before.isLowercase, behind.isLowercase { return true }
    guard !text.isMarkdown, run.count > 2, !namesStars(text, run.lowerBound) else { return false }
    if before == 0x20, behind.isLowercase { return text[run.lowerBound - 2].isLowercase }
    if before.isLowercase, behind == 0x20 { return text[run.upperBound + 1].isLowercase }
    let isPart = text.isHan(before: run.lowerBound)
    return isPart
      && (behind == 0x20 && text.isHan(at: run.upperBound + 1)
        || [0xEFBC8C, 0xE38082, 0xE38081, 0xEFBC9B].contains(text.triple(run.upperBound)))
  }

  private static func isStar(_ text: DamageText, _ place: Int) -> Bool {
    text[place] == 0x2A || text.triple(place) == 0xEFBC8A
  }

  private static func isWord(_ text: DamageText, before place: Int) -> Bool {
    text[place - 1].isLetter || text.isHan(before: place)
  }

  private static func isWord(_ text: DamageText, at place: Int) -> Bool {
    text[place].isLetter || text.isHan(at: place)
  }

  /// Whether a run of stars opens or closes what another one on its line closes or opens.
  private static func isEmphasis(_ text: DamageText, _ run: Range<Int>) -> Bool {
    var index = text.lineStart(run.lowerBound)
    let end = text.lineEnd(run.upperBound)
    while index < end {
      guard text[index] == 0x2A else {
        index += 1
        continue
      }
      var last = index
      while text[last] == 0x2A { last += 1 }
      if index != run.lowerBound, last - index == run.count { return true }
      index = last
    }
    return false
  }

  private static func hidden(_ text: DamageText, _ run: Range<Int>) -> String? {
    DamageTables.shared.masks.first {
      text.holds($0.before, before: run.lowerBound) && text.holds($0.after, at: run.upperBound)
    }?.hidden
  }

  /// U+FFFD, 锟斤拷, `?` and □ between Han: what could not be decoded.
  static let lostCharacters = DamageRule(
    name: "lost-characters",
    detector: .windows([
      .init(3, [0xEF...0xEF], [0xBF...0xBF], [0xBD...0xBD]),
      mixedSigns,
      hanWords, symbols,
    ]) { text, place in
      switch text.triple(place) {
      case 0xEFBFBD:
        guard text.triple(place - 3) != 0xEFBFBD else { return nil }
        var end = place + 3
        while text.triple(end) == 0xEFBFBD { end += 3 }
        return .kept(place..<end, .masked, 0.95)
      case 0xE9949F:  // 锟斤拷
        guard text.triple(place + 3) == 0xE696A4 || text.triple(place + 3) == 0xE68BB7 else {
          return nil
        }
        var end = place + 3
        while [0xE696A4, 0xE68BB7, 0xE9949F].contains(text.triple(end)) { end += 3 }
        return .kept(place..<end, .masked, 0.95)
      case 0xE296A1:  // □, but boxes to tick come in rows
        guard text.isHan(before: place), text.isHan(at: place + 3), isOnlyBox(text, place) else {
          return nil
        }
        return .kept(place..<place + 3, .masked, 0.6, isEvidence: false)
      default:
        guard text[place + 1] == 0x3F, text.isHan(before: place + 1) else { return nil }
        var end = place + 2
        while text[end] == 0x3F { end += 1 }
        guard text.isHan(at: end) else { return nil }
        return .kept(place + 1..<end, .masked, isQuestion(text, place + 1) ? 0.4 : 0.8)
      }
    })

  /// A sign of ASCII between characters of three bytes.
  static let mixedSigns = WindowGate.Window(
    9, [0x80...0xBF], [0x3F...0x3F, 0x2C...0x2C], [0xE4...0xE9, 0x3F...0x3F])

  /// Whether a `?` between Han may be a question mark: what stands in front of it asks.
  private static func isQuestion(_ text: DamageText, _ place: Int) -> Bool {
    [0xE59097, 0xE591A2, 0xE4B988, 0xE59BA0].contains(text.triple(place - 3))
  }

  private static func isOnlyBox(_ text: DamageText, _ place: Int) -> Bool {
    var index = text.lineStart(place)
    let end = text.lineEnd(place)
    var count = 0
    while index < end {
      if text.triple(index) == 0xE296A1 { count += 1 }
      index += 1
    }
    return count < 2
  }

  /// Characters of three bytes that begin or hold what several rules look for: 壹 夜 念 齿 锟 困.
  static let hanWords = WindowGate.Window(
    13, [0xE5...0xE5, 0xE9...0xE9],
    [0x9B...0x9B, 0xA3...0xA4, 0xBF...0xBF, 0x94...0x94, 0xBD...0xBD],
    [0xB9...0xB9, 0x9C...0x9C, 0xB5...0xB5, 0x9F...0x9F, 0xBF...0xBF, 0xB0...0xB0])

  /// Stars, boxes and other pictures of U+2580 to U+263F.
  static let symbols = WindowGate.Window(14, [0xE2...0xE2], [0x96...0x98], any)

  /// `â€œ`: UTF-8 that was read as Windows-1252.
  static let wrongDecoding = DamageRule(
    name: "wrong-decoding",
    detector: .windows([.init(5, [0xC3...0xC3], [0xA2...0xA2], [0xE2...0xE2])]) { text, place in
      guard text[place] == 0xC3 else { return nil }
      for (broken, meant) in DamageTables.shared.decodings where text.holds(broken, at: place) {
        return .mended(place..<place + broken.count, meant, 0.95)
      }
      return nil
    })

  /// U+200B and U+FEFF within a text.
  static let zeroWidth = DamageRule(
    name: "zero-width",
    detector: .windows([
      .init(15, [0xE2...0xE2], [0x80...0x80], [0x8B...0x8B]),
      .init(15, [0xEF...0xEF], [0xBB...0xBB], [0xBF...0xBF]),
    ]) { text, place in
      guard isZeroWidth(text, place), !isZeroWidth(text, place - 3) else { return nil }
      var end = place + 3
      while isZeroWidth(text, end) { end += 3 }
      return .mended(place..<end, "", 0.99).weak
    })

  private static func isZeroWidth(_ text: DamageText, _ place: Int) -> Bool {
    text.triple(place) == 0xE2808B || text.triple(place) == 0xEFBBBF
  }

  /// `國(guó)務(wù)院`: a conversion wrote how characters are spoken into the text.
  static let pinyinInsertion = DamageRule(
    name: "pinyin-insertion",
    detector: .windows([
      .init(8, [0x80...0xBF], [0x28...0x28], [0x61...0x7A, 0xC3...0xC7]),
      .init(4, [0xEF...0xEF], [0xBC...0xBC], [0x88...0x88]),
    ]) { text, place in
      let isWide = text.triple(place) == 0xEFBC88
      let start = isWide ? place : place + 1
      guard isWide || text[start] == 0x28, text.isHan(before: start) else { return nil }
      var index = start + (isWide ? 3 : 1)
      let first = index
      var marks = 0
      while index < first + 10, let length = letterLength(text, index) {
        if length == 2 { marks += 1 }
        index += length
      }
      guard index > first, marks < 2 else { return nil }
      let close = text[index] == 0x29 ? 1 : text.triple(index) == 0xEFBC89 ? 3 : 0
      guard close > 0 else { return nil }
      // How one rare character is spoken may stand in a sound text: the ledger wants several.
      var found = DamageFinding.mended(start..<index + close, "", marks == 1 ? 0.95 : 0.6)
      found.reach = .sign
      return found
    })

  /// The bytes of a letter of pinyin: ASCII, or a vowel with a mark of its tone.
  private static func letterLength(_ text: DamageText, _ place: Int) -> Int? {
    let byte = text[place]
    if byte.isLowercase { return 1 }
    guard (0xC3...0xC9).contains(byte), text[place + 1].isContinuation else { return nil }
    return 2
  }
}

extension DamageFinding {
  /// The same finding, which says nothing of how careful the text was made.
  var weak: DamageFinding {
    var copy = self
    copy.isEvidence = false
    return copy
  }

  /// The same finding, believed only beside stronger ones.
  var doubtful: DamageFinding {
    var copy = weak
    copy.isDoubtful = true
    return copy
  }
}
