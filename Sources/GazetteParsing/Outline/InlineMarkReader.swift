internal import GazetteDocument

/// Reads the counting words with which a clause may begin.
struct InlineMarkReader: ~Escapable {
  typealias Found = (style: InlineMark.Style, value: Int, range: Range<Int>)

  private let text: Span<UInt8>

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  /// The counting word that begins a stretch.
  ///
  /// - Parameters:
  ///   - start: Where the clause begins, behind white space.
  ///   - end: Where the block ends.
  ///   - followsSentence: Whether a sentence ended in front.
  /// - Returns: The way of counting, the value, and the bytes of the word; `nil` when none begins there.
  @inline(__always)
  func mark(at start: Int, end: Int, followsSentence: Bool) -> Found? {
    guard start < end else { return nil }
    switch text[start] {
    case 0x31...0x39, 0x28, 0xEF, 0xE2: return number(start, end, followsSentence)
    case 0xE4...0xE9: return han(start, end, followsSentence)
    case 0x41...0x5A, 0x61...0x7A: return word(start, end)
    default: return nil
    }
  }

  /// `1, strengthen`, `（1）`, `（一）`, `①`.
  private func number(_ start: Int, _ end: Int, _ followsSentence: Bool) -> Found? {
    guard let mark = NumberMark(text, in: start..<end), mark.content < end else { return nil }
    let style: InlineMark.Style
    switch mark.style {
    case .digit:
      // 1.5 and 3.6 are amounts and dates; behind the number stands a word.
      // The next item may follow a semicolon, the first none.
      guard followsSentence || mark.value > 1 && text[mark.content] >= 0xE4, mark.value < 100,
        text[mark.content].isLetter || text[mark.content] >= 0xE3
      else { return nil }
      style = .digit
    case .hanBracket: style = .hanBracket
    case .digitBracket: style = .digitBracket
    case .circled: style = .circled
    default: return nil
    }
    return (style, mark.value, mark.range)
  }

  private func han(_ start: Int, _ end: Int, _ followsSentence: Bool) -> Found? {
    switch text.triple(at: start, end: end) {
    case 0xE7ACAC: return ordinal(start, end)  // 第
    case 0xE9A696: return sequence("首先", 1, start, end)
    // 一方面…另一方面
    case 0xE58FA6: return hand("另一方面", 2, start, end) ?? hand("另外一方面", 2, start, end)
    case 0xE585B6: return sequence("其次", 0, start, end) ?? member(start, end)  // 其
    case 0xE5868D: return sequence("再次", 0, start, end)
    case 0xE69C80: return sequence("最后", -1, start, end) ?? sequence("最後", -1, start, end)
    // 一二三四五六七八九十
    case 0xE4B880, 0xE4BA8C, 0xE4B889, 0xE59B9B, 0xE4BA94, 0xE585AD, 0xE4B883, 0xE585AB, 0xE4B99D,
      0xE58D81:
      guard let numeral = ChineseNumeral.prefix(of: text, in: start..<end), numeral.value <= 30
      else { return nil }
      switch text.triple(at: numeral.end, end: end) {
      case 0xE696B9 where numeral.value == 1: return hand("一方面", 1, start, end)
      case 0xE698AF: return (.copula, numeral.value, start..<numeral.end + 3)  // 是
      case 0xE8A681: return (.modal, numeral.value, start..<numeral.end + 3)  // 要
      case 0xE38081:  // 、
        guard followsSentence, let mark = NumberMark(text, in: start..<end) else { return nil }
        return (.hanComma, mark.value, mark.range)
      default: return nil
      }
    default: return nil
    }
  }

  /// `其一，`, `其二、`.
  private func member(_ start: Int, _ end: Int) -> Found? {
    guard let numeral = ChineseNumeral.prefix(of: text, in: start + 3..<max(start + 3, end)),
      numeral.value <= 10
    else { return nil }
    switch text.triple(at: numeral.end, end: end) {
    case 0xEFBC8C, 0xE38081, 0xEFBC9A: return (.ordinal, numeral.value, start..<numeral.end)
    default: return nil
    }
  }

  /// `第一，`, `第二、`, `第一个问题：`.
  private func ordinal(_ start: Int, _ end: Int) -> Found? {
    guard let numeral = ChineseNumeral.prefix(of: text, in: start + 3..<max(start + 3, end)),
      numeral.value <= 30
    else { return nil }
    switch text.triple(at: numeral.end, end: end) {
    case 0xEFBC8C, 0xE38081, 0xEFBC9A: return (.ordinal, numeral.value, start..<numeral.end)
    default: break
    }
    for word in ["个问题", "部分", "个方面"] as [StaticString]
    where text.starts(with: word, at: numeral.end, end: end) {
      let after = numeral.end + word.utf8CodeUnitCount
      if text.triple(at: after, end: end) == 0xEFBC9A {
        return (.question, numeral.value, start..<after)
      }
    }
    return nil
  }

  private func sequence(
    _ word: StaticString, _ value: Int, _ start: Int, _ end: Int
  ) -> Found? {
    guard text.starts(with: word, at: start, end: end) else { return nil }
    return (.sequence, value, start..<start + word.utf8CodeUnitCount)
  }

  /// `一方面`, as the first word of a clause or of a sentence.
  private func hand(_ word: StaticString, _ value: Int, _ start: Int, _ end: Int) -> Found? {
    guard text.starts(with: word, at: start, end: end) else { return nil }
    return (.hand, value, start..<start + word.utf8CodeUnitCount)
  }

  /// `First,`, `Secondly,`, `two,`, `the three is`, `and third,`.
  private func word(_ start: Int, _ end: Int) -> Found? {
    var position = start
    // a t: most words begin with neither, and few of the others open a count.
    let first = text[start] | 0x20
    if first == 0x61 || first == 0x74 {
      for opener in ["and ", "And ", "the "] as [StaticString]
      where text.starts(with: opener, at: position, end: end) {
        position += opener.utf8CodeUnitCount
      }
    }
    guard position < end, Lexicon.shared.opensCount(text[position]) else { return nil }
    if let phrase = phrase(position, end) { return phrase }
    var after = position
    while after < end, after < position + 10, text[after].isLetter { after += 1 }
    guard after - position >= 3, after < end else { return nil }
    let isClosed =
      text.starts(with: " of all,", at: after, end: end)
      || text.starts(with: " is ", at: after, end: end)
    guard isClosed, let count = Lexicon.shared.counts[hash(position..<after)],
      count.style == .word, count.value > 0
    else { return nil }
    // "the first is" tells of many things; "First is" of few.
    guard count.value > 1 || text.starts(with: " of", at: after, end: end) else { return nil }
    return (.word, count.value, position..<after)
  }

  /// The words in front of a comma or a colon, if they count: `Secondly,`, `on the other hand,`.
  private func phrase(_ start: Int, _ end: Int) -> Found? {
    var after = start
    let limit = min(end, start + Lexicon.longestCount + 1)
    while after < limit, text[after].isLetter || text[after] == 0x20 { after += 1 }
    guard after < limit, text[after] == 0x2C || text[after] == 0x3A, after - start >= 3,
      let count = Lexicon.shared.counts[hash(start..<after)]
    else { return nil }
    return (count.style, count.value, start..<after)
  }

  private func hash(_ range: Range<Int>) -> UInt64 {
    var hash = Lexicon.hashSeed
    for index in range { hash = Lexicon.hash(hash, text[index] | 0x20) }
    return hash
  }
}
