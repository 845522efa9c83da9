/// One pass over a stretch of text that yields its sentences one by one.
struct SentenceScan {
  private let end: Int
  private let breaksAtLineEnds: Bool
  private var position: Int
  /// Where the sentence being read began.
  private var start = 0
  /// Straight quotes in the sentence so far: an odd count says that the next one closes.
  private var quotes = 0
  /// Runs of `*` in the sentence so far, for the same reason (Markdown's bold).
  private var stars = 0
  /// Up to here no 》 was found, so that a text full of 《 is still read once.
  private var titleSearchEnd = 0

  /// A title in 《》 longer than this (in bytes) is taken for a stray bracket.
  private static let longestTitle = 450

  init(range: Range<Int>, breaksAtLineEnds: Bool) {
    end = range.upperBound
    position = range.lowerBound
    self.breaksAtLineEnds = breaksAtLineEnds
  }

  /// The next sentence without the white space around it; `nil` at the end.
  mutating func next(_ text: Span<UInt8>, _ map: TextMap) -> Range<Int>? {
    position = text.skippingSpace(from: position, to: end)
    guard position < end else { return nil }
    start = position
    quotes = 0
    stars = 0
    while true {
      position = map.sign(from: position, to: end)
      guard position < end else { break }
      if stops(text, at: text[position]) { break }
    }
    position = min(position, end)
    return start..<text.trimmingSpace(from: start, to: position)
  }

  /// Moves past the sign at `position`; true when the sentence ends there.
  private mutating func stops(_ text: Span<UInt8>, at byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x0D:
      position += 1
      return breaksAtLineEnds
    case 0x22:
      quotes += 1
      position += 1
    case 0x2A:
      stars += 1
      position += 1
      while position < end, text[position] == 0x2A { position += 1 }
    case 0x2E:
      return stopsAtPeriod(text)
    case 0x21, 0x3F:
      position += 1
      return closes(text, latin: true)
    case 0xE3:
      let sign = text.triple(at: position, end: end)
      if sign == 0xE38082 {  // 。
        position += 3
        return closes(text, latin: false)
      }
      if sign == 0xE3808A {  // 《
        skipTitle(text)
      } else {
        position += 3
      }
    case 0xE2:
      let sign = text.triple(at: position, end: end)
      position += 3
      if sign == 0xE280A6 {  // …
        while position < end, text.triple(at: position, end: end) == 0xE280A6 { position += 3 }
        return closes(text, latin: true)
      }
    case 0xEF:
      let sign = text.triple(at: position, end: end)
      position += 3
      switch sign {
      case 0xEFBC81, 0xEFBC9F, 0xEFBDA1: return closes(text, latin: false)  // ！？｡
      case 0xEFBC8E: return stopsAtWidePeriod(text)  // ．
      default: break
      }
    // The map marks other signs too.
    default: position += 1
    }
    return false
  }

  /// `．` ends a sentence but behind the digits of a list numeral and in front of a digit.
  private mutating func stopsAtWidePeriod(_ text: Span<UInt8>) -> Bool {
    let sign = position - 3
    guard sign > start else { return false }
    let isBehindDigit =
      text[sign - 1].isDigit || (sign - 3 >= start && text.digit(at: sign - 3, end: sign))
    return !isBehindDigit && !text.digit(at: position, end: end) && closes(text, latin: false)
  }

  private mutating func skipTitle(_ text: Span<UInt8>) {
    let limit = min(end, position + SentenceScan.longestTitle)
    var index = max(position + 3, titleSearchEnd)
    while index < limit {
      let byte = text[index]
      if byte == 0x0A, breaksAtLineEnds { break }
      if byte == 0xE3, text.triple(at: index, end: end) == 0xE3808B {  // 》
        position = index + 3
        return
      }
      index += 1
    }
    titleSearchEnd = max(titleSearchEnd, index)
    position += 3
  }

  /// Takes further end signs and closing quotes and brackets along; false when the sentence goes on behind them.
  private mutating func closes(_ text: Span<UInt8>, latin: Bool) -> Bool {
    let sign = position
    takeClosers(text)
    guard position < end else { return true }
    if text.continuesSentence(at: position, end: end) { return false }
    guard latin else { return true }
    let next = text[position]
    // `?` and `!` inside an address or a name are no ends.
    if position == sign, next.isLetter || next == 0x2F || next == 0x3D || next == 0x26 {
      return false
    }
    let word = text.skippingSpace(from: position, to: end)
    return !(word > position && word < end && text[word].isLowercase)
  }

  private mutating func takeClosers(_ text: Span<UInt8>) {
    while position < end {
      switch text[position] {
      case 0x21, 0x2E, 0x3F, 0x29, 0x5D: position += 1
      case 0x27 where position + 1 >= end || !text[position + 1].isLetter: position += 1
      case 0x22:
        guard quotes % 2 == 1 else { return }
        quotes += 1
        position += 1
      case 0x2A:
        guard stars % 2 == 1 else { return }
        stars += 1
        while position < end, text[position] == 0x2A { position += 1 }
      case 0x5B:  // a note mark: [12]
        guard let after = text.noteMarkEnd(at: position, end: end) else { return }
        position = after
      case 0xE2, 0xE3, 0xEF:
        guard text.isCloser(at: position, end: end) else { return }
        position += 3
      default: return
      }
    }
  }

  private mutating func stopsAtPeriod(_ text: Span<UInt8>) -> Bool {
    let period = position
    position += 1
    guard period > start else { return false }
    let before = text[period - 1]
    // ３.４亿元: full-width digits around an ASCII point are a number too.
    if period - 3 >= start, text.digit(at: period - 3, end: period),
      text.digit(at: position, end: end)
    {
      return false
    }
    if position < end {
      let next = text[position]
      if next.isDigit || next.isLetter {
        return text.isGlued(at: period, start: start, end: end)
      }
      if before.isDigit, next >= 0x80 { return false }  // 1.加强
    }
    let word = text.wordStart(before: period, start: start)
    if word == start, text.isListNumeral(in: start..<period) { return false }
    if text.isAbbreviation(in: word..<period, end: end, sentence: start) { return false }
    return closes(text, latin: true)
  }
}
