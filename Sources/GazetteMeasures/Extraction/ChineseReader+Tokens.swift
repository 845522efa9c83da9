import GazetteDocument

extension ChineseReader {
  /// Cuts a sentence into its tokens.
  mutating func tokenise(_ range: Range<Int>) {
    let text = self.text
    let span = text.span
    var position = range.lowerBound
    let end = range.upperBound
    while position < end {
      let byte = span[position]
      if byte < 0x80 {
        position = takeASCII(span, at: position, end: end)
        continue
      }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let sign = length == 3 ? span.triple(at: position, end: end) : 0
      let space = span.spaceLength(at: position, end: end)
      if space > 0 {
        position += space
      } else if let form = ChineseReader.form(ofSign: sign) {
        position = takeSign(span, sign, form, at: position, end: end)
      } else {
        position = takeWord(span, sign, length: length, at: position, end: end)
      }
    }
  }

  mutating func takeASCII(_ span: Span<UInt8>, at start: Int, end: Int) -> Int {
    let byte = span[start]
    if byte.isSpace { return start + 1 }
    if byte.isDigit {
      var position = start
      while position < end,
        span[position].isDigit
          || span[position] == 0x2C && position + 1 < end
            && span[position + 1].isDigit
      {
        position += 1
      }
      return takeNumber(span, start, position, end)
    }
    var position = start + 1
    if byte.isLetter {
      while position < end, span[position].isLetter || span[position].isDigit { position += 1 }
    }
    var form = MeasureToken.Form.word
    if !byte.isLetter {
      switch byte {
      case 0x2C, 0x3B: form = .clauseMark
      case 0x3A: form = .colon
      case 0x28:
        form = .sign
        if let close = closing(span, 0x29, from: position, end: end) {
          (position, form) = (close + 1, .bracket)
        }
      default: form = .sign
      }
    }
    let found = byte == 0x25 ? word(span, at: start, end: end) : nil
    tokens.append(
      MeasureToken(
        start: start, end: position, form: form, cue: found?.cue ?? Cue(kinds: []),
        sign: byte.isLetter ? 0 : UInt32(byte)))
    return position
  }

  func closing(_ span: Span<UInt8>, _ byte: UInt8, from: Int, end: Int) -> Int? {
    var position = from
    while position < end, position < from + 400 {
      if span[position] == byte { return position }
      position += 1
    }
    return nil
  }

  /// A number with its fraction and multiplier: 12.8万.
  mutating func takeNumber(
    _ span: Span<UInt8>, _ start: Int, _ wholeEnd: Int, _ end: Int
  ) -> Int {
    var position = wholeEnd
    var value = 0
    for index in start..<wholeEnd where span[index].isDigit {
      if value < 1_000_000_000_000 { value = value * 10 + Int(span[index] - 0x30) }
    }
    value *= 1_000
    if position + 1 < end, span[position] == 0x2E, span[position + 1].isDigit {
      position += 1
      var scale = 100
      while position < end, span[position].isDigit {
        value += Int(span[position] - 0x30) * scale
        scale /= 10
        position += 1
      }
    }
    var isMultiplied = true
    while isMultiplied {
      switch span.triple(at: position, end: end) {
      case 0xE4B887: (value, position) = (ChineseReader.times(value, 10_000), position + 3)  // 万
      case 0xE4BABF: (value, position) = (ChineseReader.times(value, 100_000_000), position + 3)
      case 0xE58D83: (value, position) = (ChineseReader.times(value, 1_000), position + 3)  // 千
      default: isMultiplied = false
      }
    }
    tokens.append(
      MeasureToken(
        start: start, end: position, form: .number, cue: Cue(kinds: []), thousandths: value))
    return position
  }

  static func times(_ value: Int, _ factor: Int) -> Int {
    let (product, overflow) = value.multipliedReportingOverflow(by: factor)
    return overflow ? -1 : product
  }

  /// What a sign of three bytes is; `nil` for what is no sign.
  @inline(__always)
  static func form(ofSign sign: UInt32) -> MeasureToken.Form? {
    // Most characters begin with E4 to E9.
    if sign >= 0xE40000, sign < 0xEA0000 { return nil }
    switch sign {
    case HanSign.comma, HanSign.semicolon, HanSign.wideComma, 0xEFBD9B: return .clauseMark
    case HanSign.stop, HanSign.exclamation, HanSign.question: return .clauseMark
    case HanSign.colon: return .colon
    case HanSign.listComma: return .listMark
    case HanSign.openBracket, HanSign.openSquare: return .bracket
    case HanSign.openBook, HanSign.openQuote, HanSign.openCorner: return .quotation
    case 0xE28080...0xE2BFBF, 0xE38080...0xE38086, 0xE38088...0xE380BF, 0xEFBC80...0xEFBC84,
      0xEFBC86...0xEFBC8F, 0xEFBC9B...0xEFBCA0, 0xEFBD9B...0xEFBDA5:
      return .sign
    default: return nil
    }
  }

  mutating func takeSign(
    _ span: Span<UInt8>, _ sign: UInt32, _ form: MeasureToken.Form, at start: Int, end: Int
  ) -> Int {
    var token = MeasureToken(
      start: start, end: start + 3, form: form, cue: Cue(kinds: []), sign: sign)
    if form == .bracket || form == .quotation {
      let close: UInt32
      switch sign {
      case HanSign.openBracket: close = HanSign.closeBracket
      case HanSign.openSquare: close = HanSign.closeSquare
      case HanSign.openBook: close = HanSign.closeBook
      case HanSign.openQuote: close = HanSign.closeQuote
      default: close = HanSign.closeCorner
      }
      var position = start + 3
      var found: Int?
      var hasClauses = false
      while position < end {
        let next = span.triple(at: position, end: end)
        if next == close {
          found = position + 3
          break
        }
        if next == HanSign.comma || next == HanSign.stop || next == HanSign.semicolon {
          hasClauses = true
        }
        position += span[position] < 0x80 ? 1 : span[position] < 0xE0 ? 2 : 3
        if span[min(position, end - 1)].isContinuation { position += 1 }
      }
      // A quotation of several clauses is read like what stands around it, unless 的 makes it part of a noun.
      if let found,
        form == .bracket || sign == HanSign.openBook || !hasClauses
          || span.triple(at: found, end: end) == HanSign.of
      {
        token.end = found
      } else {
        token.form = .sign
      }
    }
    tokens.append(token)
    return token.end
  }

  /// The longest word of the lexicon at a place, all entries of its bytes merged.
  func word(_ span: Span<UInt8>, at start: Int, end: Int) -> (cue: Cue, end: Int)? {
    var longest = -1
    var longestEnd = start
    words.automaton.words(in: span, at: start, end: end) { number, wordEnd in
      (longest, longestEnd) = (number, wordEnd)
    }
    return longest < 0 ? nil : (words.cues[longest], longestEnd)
  }

  /// Where 应保尽保 and the like end, whatever the verb; `nil` where none stands.
  func allEnd(_ span: Span<UInt8>, _ sign: UInt32, at start: Int, end: Int) -> Int? {
    guard sign == 0xE5BA94, start + 12 <= end,  // 应
      span.triple(at: start + 6, end: end) == 0xE5B0BD,  // 尽
      span.triple(at: start + 3, end: end) == span.triple(at: start + 9, end: end)
    else { return nil }
    return start + 12
  }

  /// The shorter word where a modal word ends within a longer one: 这一要求 has no 一要.
  func settledModal(
    _ found: (cue: Cue, end: Int), _ span: Span<UInt8>, at start: Int, end: Int
  ) -> (cue: Cue, end: Int) {
    guard found.end - start == 6, found.cue.has(.modal), !found.cue.has(.verb),
      let tail = word(span, at: start + 3, end: end), tail.end > found.end
    else { return found }
    return word(span, at: start, end: start + 3) ?? (Cue(kinds: []), start + 3)
  }

  /// Where a word of the lexicon really ends: 财政部 before 门 goes on, 日前 behind a number is a unit.
  func settledEnd(
    _ found: (cue: Cue, end: Int), _ span: Span<UInt8>, at start: Int, end: Int
  ) -> Int {
    if found.cue.has(.actor), span.triple(at: found.end - 3, end: end) == 0xE983A8,  // 部
      span.triple(at: found.end, end: end) == 0xE997A8  // 门
    {
      return found.end + 3
    }
    // 申请人民法院: 申请, not 申请人.
    if found.end - start >= 9, span.triple(at: found.end - 3, end: end) == 0xE4BABA,  // 人
      span.triple(at: found.end, end: end) == 0xE6B091  // 民
    {
      return found.end - 3
    }
    if found.end - start == 6, found.cue.has(.done), tokens.last?.form == .number,
      span.triple(at: start, end: end) == HanSign.day
    {
      return start + 3
    }
    return found.end
  }

  /// Where a noun ends that a verb makes with a suffix: 创造性, 参与者; `nil` where none follows.
  func suffixEnd(
    _ found: (cue: Cue, end: Int), _ span: Span<UInt8>, at start: Int, end: Int
  ) -> Int? {
    guard found.end - start == 6 else { return nil }
    switch span.triple(at: found.end, end: end) {
    // 性, 者, 率, 权, 费, 额, 员, 书, 证, 表, 款, 物, 品, 法, 型
    case 0xE680A7, 0xE88085, 0xE78E87, 0xE69D83, 0xE8B4B9, 0xE9A29D, 0xE59198, 0xE4B9A6, 0xE8AF81,
      0xE8A1A8, 0xE6ACBE, 0xE789A9, 0xE59381, 0xE6B395, 0xE59E8B, 0xE58C96:
      break
    default: return nil
    }
    let next = found.end + 3
    if span.triple(at: found.end, end: end) == 0xE58C96 { return next }
    guard next < end else { return next }
    let sign = span.triple(at: next, end: end)
    let closes =
      ChineseReader.form(ofSign: sign) != nil || sign == HanSign.of || sign == HanSign.and
      || sign == HanSign.with || sign == HanSign.orWith || sign == HanSign.or
    return closes ? next : nil
  }

  mutating func takeWord(
    _ span: Span<UInt8>, _ sign: UInt32, length: Int, at start: Int, end: Int
  ) -> Int {
    if let numeral = ChineseNumeral.prefix(of: span, in: start..<end),
      word(span, at: start, end: end).map({ $0.end <= numeral.end }) ?? true
    {
      tokens.append(
        MeasureToken(
          start: start, end: numeral.end, form: .number, cue: Cue(kinds: []),
          sign: numeral.end - start == 3 ? sign : 0,
          thousandths: ChineseReader.times(numeral.value, 1_000)))
      return numeral.end
    }
    if let stop = allEnd(span, sign, at: start, end: end) {
      tokens.append(
        MeasureToken(start: start, end: stop, form: .word, cue: Cue(kinds: .quantified)))
      return stop
    }
    if sign == HanSign.ordinal,
      let numeral = ChineseNumeral.prefix(of: span, in: start + 3..<end),
      HanSign.isDivision(span.triple(at: numeral.end, end: end))
    {
      tokens.append(
        MeasureToken(start: start, end: start + 3, form: .word, cue: Cue(kinds: []), sign: sign))
      return start + 3
    }
    if var found = word(span, at: start, end: end) {
      found = settledModal(found, span, at: start, end: end)
      found.end = settledEnd(found, span, at: start, end: end)
      if found.end - start == 3, length == 3, found.cue.has(.done), sign == HanSign.day {
        found.cue = Cue(kinds: [])
      }
      if found.cue.has(.verb), let noun = suffixEnd(found, span, at: start, end: end) {
        tokens.append(
          MeasureToken(start: start, end: noun, form: .word, cue: Cue(kinds: .nominal)))
        return noun
      }
      tokens.append(
        MeasureToken(
          start: start, end: found.end, form: .word, cue: found.cue,
          sign: found.end - start == 3 ? sign : 0))
      return found.end
    }
    let stop = min(end, start + length)
    tokens.append(
      MeasureToken(start: start, end: stop, form: .word, cue: Cue(kinds: []), sign: sign))
    return stop
  }
}
