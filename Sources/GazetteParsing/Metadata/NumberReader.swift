internal import GazetteDocument

/// Reads document numbers in all the spellings that copies use: 国发〔2015〕34号, 国发[2015]第 34 号, 国务院令第741号.
struct NumberReader: ~Escapable {
  let text: Span<UInt8>

  @_lifetime(copy text)
  init(text: Span<UInt8>) {
    self.text = text
  }

  /// The number that fills a line; `nil` when there are further words.
  func wholeLine(_ line: Range<Int>) -> DocumentNumber? {
    guard line.count >= 9, line.count <= 120, endsAsNumber(line) else { return nil }
    guard let found = number(in: line), found.end == line.upperBound else { return nil }
    return found.value
  }

  /// Whether a line ends as a number does: with its sign, or with a digit or a numeral.
  private func endsAsNumber(_ line: Range<Int>) -> Bool {
    let last = text[line.upperBound - 1]
    if last < 0x80 { return last.isDigit }
    let sign = line.upperBound - 3
    return numberSign(at: sign, line.upperBound) != nil
      || ChineseNumeral.prefix(of: text, in: sign..<line.upperBound) != nil
  }

  /// The number that begins a range, with the byte after it.
  func number(in range: Range<Int>) -> (value: DocumentNumber, end: Int)? {
    var code: [UInt8] = []
    var scalars = 0
    var position = range.lowerBound
    while position < range.upperBound, scalars <= 40 {
      let space = text.spaceLength(at: position, end: range.upperBound)
      if space > 0 {
        position += space
        continue
      }
      if let bracket = opening(at: position, range.upperBound) {
        return bracketed(code, scalars, from: bracket, range.upperBound)
      }
      if text.triple(at: position, end: range.upperBound) == 0xE7ACAC {  // 第
        return order(code, year: nil, from: position + 3, range.upperBound)
      }
      if text.digit(at: position, end: range.upperBound) {
        return yearly(code, from: position, range.upperBound)
      }
      let length: Int
      if text.isHan(at: position, end: range.upperBound) {
        length = 3
      } else if text[position].isLetter {
        length = 1
      } else {
        return nil
      }
      for offset in 0..<length { code.append(text[position + offset]) }
      position += length
      scalars += 1
    }
    return nil
  }

  /// 〔2015〕34号 that begins a range without a code, as under the letterhead of minutes.
  func bare(in range: Range<Int>) -> (value: DocumentNumber, end: Int)? {
    guard !range.isEmpty, let bracket = opening(at: range.lowerBound, range.upperBound) else {
      return nil
    }
    return bracketed([], 1, from: bracket, range.upperBound)
  }

  /// 〔2015〕34号 behind a code.
  private func bracketed(
    _ code: [UInt8], _ scalars: Int, from start: Int, _ end: Int
  ) -> (value: DocumentNumber, end: Int)? {
    let isLatin = code.allSatisfy(\.isLetter)
    guard scalars >= 1, scalars <= (isLatin ? 40 : 14), let year = digits(from: start, end),
      year.value >= 1900, year.value <= 2100
    else { return nil }
    var position = text.skippingSpace(from: year.end, to: end)
    guard let close = closing(at: position, end) else { return nil }
    position = text.skippingSpace(from: close, to: end)
    if text.triple(at: position, end: end) == 0xE7ACAC { position += 3 }
    // Guo Fa [2018] No. 43: the sign stands in front.
    let signed = position
    if isLatin { position = afterLatinSign(position, end) }
    let hasLatinSign = position > signed
    guard let serial = digits(from: position, end) else { return nil }
    position = text.skippingSpace(from: serial.end, to: end)
    guard let after = hasLatinSign ? serial.end : numberSign(at: position, end) else { return nil }
    return (
      DocumentNumber(
        code: CitationLexicon.shared.normalised(code), year: year.value, serial: serial.value),
      after
    )
  }

  /// 公告2019年第9号: the year stands in no bracket.
  private func yearly(
    _ code: [UInt8], from start: Int, _ end: Int
  ) -> (value: DocumentNumber, end: Int)? {
    guard !code.allSatisfy(\.isLetter) || code.isEmpty, let year = digits(from: start, end),
      year.value >= 1900, year.value <= 2100
    else { return nil }
    let sign = text.skippingSpace(from: year.end, to: end)
    guard text.triple(at: sign, end: end) == 0xE5B9B4 else { return nil }  // 年
    let ordinal = text.skippingSpace(from: sign + 3, to: end)
    guard text.triple(at: ordinal, end: end) == 0xE7ACAC else { return nil }
    return order(code, year: year.value, from: ordinal + 3, end)
  }

  /// 令第741号, 第9号.
  private func order(
    _ code: [UInt8], year: Int?, from start: Int, _ end: Int
  ) -> (value: DocumentNumber, end: Int)? {
    let position = text.skippingSpace(from: start, to: end)
    guard position < end, let serial = ChineseNumeral.prefix(of: text, in: position..<end),
      let after = numberSign(at: text.skippingSpace(from: serial.end, to: end), end)
    else { return nil }
    return (
      DocumentNumber(
        code: CitationLexicon.shared.normalised(code), year: year, serial: serial.value), after
    )
  }

  /// Behind `No.` or `No`; the same place where neither stands.
  private func afterLatinSign(_ position: Int, _ end: Int) -> Int {
    guard position + 2 < end, text[position] | 0x20 == 0x6E, text[position + 1] | 0x20 == 0x6F
    else { return position }
    let point = position + 2
    return text.skippingSpace(from: text[point] == 0x2E ? point + 1 : point, to: end)
  }

  private func numberSign(at position: Int, _ end: Int) -> Int? {
    let sign = text.triple(at: position, end: end)
    return sign == 0xE58FB7 || sign == 0xE8999F ? position + 3 : nil  // 号 號
  }

  func opening(at position: Int, _ end: Int) -> Int? {
    switch text[position] {
    case 0x5B, 0x28, 0x3C: return position + 1
    default: break
    }
    switch text.triple(at: position, end: end) {
    // 〔 ［ 【 （ ﹝ 〈 《
    case 0xE38094, 0xEFBCBB, 0xE38090, 0xEFBC88, 0xEFB99D, 0xE38088, 0xE3808A: return position + 3
    default: return nil
    }
  }

  func closing(at position: Int, _ end: Int) -> Int? {
    guard position < end else { return nil }
    switch text[position] {
    case 0x5D, 0x29, 0x3E: return position + 1
    default: break
    }
    switch text.triple(at: position, end: end) {
    // 〕 ］ 】 ） ﹞ 〉 》
    case 0xE38095, 0xEFBCBD, 0xE38091, 0xEFBC89, 0xEFB99E, 0xE38089, 0xE3808B: return position + 3
    default: return nil
    }
  }

  func digits(from start: Int, _ end: Int) -> (value: Int, end: Int)? {
    let position = text.skippingSpace(from: start, to: end)
    guard text.digit(at: position, end: end),
      let found = ChineseNumeral.prefix(of: text, in: position..<end), found.value < 100_000
    else { return nil }
    return found
  }
}
