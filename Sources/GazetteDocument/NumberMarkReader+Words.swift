extension NumberMarkReader {
  /// `第三条`, `一、`, `附件1`, `㈠`.
  func han(_ text: Span<UInt8>) -> Found? {
    let sign = text.triple(at: start, end: end)
    if sign == 0xE7ACAC { return ordinal(text) }  // 第
    if sign == 0xE99984 { return annex(text) }  // 附
    if sign >= 0xE388A0, sign <= 0xE388A9 {  // ㈠ … ㈩
      return (.hanBracket, Int(sign - 0xE388A0) + 1, start + 3)
    }
    guard ChineseNumeral.mayBegin(sign),
      let numeral = ChineseNumeral.prefix(of: text, in: start..<end), numeral.value <= 999,
      text.triple(at: numeral.end, end: end) == 0xE38081  // 、
    else { return nil }
    let after = numeral.end + 3
    // 一、二、三产业 and 一、二级 are no headings.
    if let next = ChineseNumeral.prefix(of: text, in: after..<end) {
      switch text.triple(at: next.end, end: end) {
      case 0xE38081, 0xEFBC8C, 0xE5928C, 0xE4BAA7, 0xE7BAA7, 0xE7B1BB, 0xE7BABF, 0xE6ACA1:
        return nil  // 、，和产级类线次
      default: break
      }
    }
    return (.hanComma, numeral.value, after)
  }

  /// `第三条`, `第三条之一`, `第（一）项`.
  private func ordinal(_ text: Span<UInt8>) -> Found? {
    var position = text.skippingSpace(from: start + 3, to: end)
    let open =
      text.triple(at: position, end: end) == 0xEFBC88
      ? 3 : position < end && text[position] == 0x28 ? 1 : 0
    guard
      let numeral = ChineseNumeral.prefix(of: text, in: position + open..<max(end, position + open))
    else { return nil }
    position = numeral.end
    if open > 0 {
      if text.triple(at: position, end: end) == 0xEFBC89 {
        position += 3
      } else if position < end, text[position] == 0x29 {
        position += 1
      } else {
        return nil
      }
    }
    position = text.skippingSpace(from: position, to: end)
    guard let (style, after) = unit(text, at: position) else {
      return question(text, at: position, numeral.value)
    }
    position = after
    if text.triple(at: position, end: end) == 0xE4B98B,  // 之
      let insertion = ChineseNumeral.prefix(of: text, in: position + 3..<end)
    {
      position = insertion.end
    }
    return (style, numeral.value, position)
  }

  /// `第一个问题：…`, `第一部分 …` of speeches and plans.
  private func question(_ text: Span<UInt8>, at position: Int, _ value: Int) -> Found? {
    // 部分: white space or a sign follows, or nothing; 个问题, 个方面: a colon.
    if text.triple(at: position, end: end) == 0xE983A8,
      text.triple(at: position + 3, end: end) == 0xE58886
    {
      let after = position + 6
      if after == end || text.spaceLength(at: after, end: end) > 0 { return (.part, value, after) }
      let sign = text.triple(at: after, end: end)
      return sign == 0xEFBC9A || sign == 0xE38081 ? (.part, value, after + 3) : nil
    }
    let middle = text.triple(at: position + 3, end: end)
    let last = text.triple(at: position + 6, end: end)
    // 个问题 个方面
    guard text.triple(at: position, end: end) == 0xE4B8AA,
      middle == 0xE997AE && last == 0xE9A298 || middle == 0xE696B9 && last == 0xE99DA2,
      text.triple(at: position + 9, end: end) == 0xEFBC9A
    else { return nil }
    return (.part, value, position + 12)
  }

  private func unit(_ text: Span<UInt8>, at position: Int) -> (NumberMark.Style, Int)? {
    switch text.triple(at: position, end: end) {
    case 0xE7BC96: return (.part, position + 3)  // 编
    case 0xE58886:  // 分
      return text.triple(at: position + 3, end: end) == 0xE7BC96 ? (.subpart, position + 6) : nil
    case 0xE7ABA0: return (.chapter, position + 3)  // 章
    case 0xE88A82, 0xE7AF80: return (.section, position + 3)  // 节 節
    case 0xE69DA1, 0xE6A29D: return (.article, position + 3)  // 条 條
    case 0xE6ACBE: return (.clause, position + 3)  // 款
    case 0xE9A1B9, 0xE9A085: return (.item, position + 3)  // 项 項
    case 0xE79BAE: return (.point, position + 3)  // 目
    default: return nil
    }
  }

  /// `附件`, `附件1`, `附件一`; `附件：…` is a list of them, not a mark.
  private func annex(_ text: Span<UInt8>) -> Found? {
    switch text.triple(at: start + 3, end: end) {
    case 0xE4BBB6, 0xE5BD95, 0xE8A1A8: break  // 件 录 表
    default: return nil
    }
    var position = text.skippingSpace(from: start + 6, to: end)
    var value = 1
    if let numeral = ChineseNumeral.prefix(of: text, in: position..<max(position, end)) {
      (value, position) = (numeral.value, numeral.end)
    } else {
      position = start + 6
    }
    // 附件1.
    if position > start + 6, position < end, text[position] == 0x2E { position += 1 }
    // 附件1：表格 names one; 附件所列 is running text.
    if position < end, text.isHan(at: position, end: end) { return nil }
    return (.annex, value, position)
  }

  /// Reads `Article 4`, `PART II`, `I.`, `A.` and `a.`.
  func letters(_ text: Span<UInt8>) -> Found? {
    var word = start
    var key: UInt64 = 0
    while word < end, word < start + 9, text[word].isLetter {
      key = key << 8 | UInt64(text[word] | 0x20)
      word += 1
    }
    if word - start >= 4, let style = NumberMarkReader.words[key] {
      return keyword(text, style, after: word)
    }
    guard word - start <= 6, word < end, text[word] == 0x2E,
      let found = romanOrLetter(text, at: start), found.end == word,
      word + 1 == end || text.spaceLength(at: word + 1, end: end) > 0
    else { return nil }
    if !text[start].isUppercase { return (.letter, found.value, word + 1) }
    return (found.isRoman ? .roman : .capital, found.value, word + 1)
  }

  private func keyword(
    _ text: Span<UInt8>, _ style: NumberMark.Style, after word: Int
  ) -> Found? {
    // "Part of" and "Section headings" are words; the mark wants white space and a number.
    guard text[start].isUppercase, text.spaceLength(at: word, end: end) > 0 else { return nil }
    let number = text.skippingSpace(from: word, to: end)
    var position = number
    var value = 0
    while position < end, position < number + 4, text[position].isDigit {
      value = value * 10 + Int(text[position] - 0x30)
      position += 1
    }
    if position == number, let found = spelled(text, at: number) {
      (value, position) = found
    } else if position == number {
      guard number < end, text[number].isUppercase, let found = romanOrLetter(text, at: number)
      else { return nil }
      (value, position) = (found.value, found.end)
    } else if position < end, text[position].isUppercase {
      position += 1  // 4A
    }
    if position < end {
      let next = text[position]
      // "Section 150(1) of the Act" cites; it does not number.
      if next.isLetter || next.isDigit || (next == 0x28 && !isCited) { return nil }
    }
    let content = text.skippingSpace(from: position, to: end)
    // "Article 4 of the Law" and "Section 5 requires" are running text.
    if content < end, content > position, text[content].isLowercase { return nil }
    if position < end, text[position] == 0x2E || text[position] == 0x3A { position += 1 }
    return (style, value, position)
  }

  /// `One` in `Part One`, up to twelve.
  private func spelled(_ text: Span<UInt8>, at number: Int) -> (Int, Int)? {
    var position = number
    var key: UInt64 = 0
    while position < end, position < number + 7, text[position].isLetter {
      key = key << 8 | UInt64(text[position] | 0x20)
      position += 1
    }
    guard position > number + 2, text[number].isUppercase, let value = NumberMarkReader.counts[key]
    else { return nil }
    return (value, position)
  }

  private static let counts: [UInt64: Int] = {
    let words = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
    ]
    return Dictionary(
      uniqueKeysWithValues: words.enumerated().map { index, word in
        (word.utf8.reduce(0) { $0 << 8 | UInt64($1) }, index + 1)
      })
  }()

  /// The English words in front of a number, each as one number of its lower-case letters.
  private static let words: [UInt64: NumberMark.Style] = {
    let styles: [(String, NumberMark.Style)] = [
      ("article", .article), ("section", .section), ("chapter", .chapter), ("part", .part),
      ("annex", .annex), ("schedule", .annex), ("appendix", .annex),
    ]
    return Dictionary(
      uniqueKeysWithValues: styles.map { word, style in
        (word.utf8.reduce(0) { $0 << 8 | UInt64($1) }, style)
      })
  }()
}

extension Span where Element == UInt8 {
  /// Whether a Han ideograph of the basic block stands at a place.
  @inlinable package func isHan(at position: Int, end: Int) -> Bool {
    let sign = triple(at: position, end: end)
    return (sign >= 0xE4B880 && sign <= 0xE9BFBF) || (sign >= 0xE39080 && sign <= 0xE4B6BF)
  }

  /// The value of a roman numeral below 40 in one letter case; a lone c, d, l or m is a letter, not a numeral.
  func romanValue(in range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count < 8 else { return nil }
    let letterCase = self[range.lowerBound] & 0x20
    var total = 0
    var last = 0
    for index in range.reversed() {
      guard self[index] & 0x20 == letterCase else { return nil }
      let value: Int
      switch self[index] | 0x20 {
      case UInt8(ascii: "i"): value = 1
      case UInt8(ascii: "v"): value = 5
      case UInt8(ascii: "x"): value = 10
      default: return nil
      }
      total += value < last ? -value : value
      last = Swift.max(last, value)
    }
    return total > 0 ? total : nil
  }
}
