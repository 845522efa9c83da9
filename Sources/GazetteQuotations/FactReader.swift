internal import GazetteDocument

/// Reads the numbers, dates, document numbers and Latin names of a passage, in English and Chinese.
struct FactReader {
  private let utf8: [UInt8]
  private let end: Int
  private var at: Int
  private(set) var facts: Set<PassageFact> = []
  /// A month that a word named, for the day that follows or went before.
  private var month: Int?
  private var lastNumber: Int?
  private let isChinese: Bool

  /// Numbers of this size and more are not kept: no text counts so far.
  private static let limit = 1_000_000_000_000

  /// Reads a stretch of a text.
  static func facts(in utf8: [UInt8], _ bytes: Range<Int>, isChinese: Bool) -> Set<PassageFact> {
    var reader = FactReader(utf8, bytes, isChinese: isChinese)
    reader.read()
    return reader.facts
  }

  private init(_ utf8: [UInt8], _ bytes: Range<Int>, isChinese: Bool) {
    self.utf8 = utf8
    at = bytes.lowerBound
    end = min(bytes.upperBound, utf8.count)
    self.isChinese = isChinese
  }

  private mutating func read() {
    while at < end {
      let byte = utf8[at]
      if byte &- 0x30 < 10 {
        readDigits()
      } else if (byte | 0x20) &- 0x61 < 26 {
        readWord()
      } else if byte >= 0xE0, isChinese, let found = hanNumeral() {
        at = found.end
        take(found.value * 1_000, isSpelled: true)
      } else {
        if byte < 0x80, byte != 0x20, byte != 0x2C { (month, lastNumber) = (nil, nil) }
        at += 1
      }
    }
    if let month { facts.insert(.month(month)) }
  }

  // MARK: Numbers

  /// A number in digits: with groups of three, a fraction, a unit of ten thousand.
  private mutating func readDigits() {
    var value = 0
    var digits = 0
    while at < end {
      let byte = utf8[at]
      if byte &- 0x30 < 10 {
        value = min(value * 10 + Int(byte - 0x30), Self.limit)
        digits += 1
        at += 1
      } else if byte == 0x2C, isDigits(at + 1, 3), !isDigits(at + 4, 1) {
        at += 1
      } else {
        break
      }
    }
    var thousandths = min(value, Self.limit / 1_000) * 1_000
    if at + 1 < end, utf8[at] == 0x2E, utf8[at + 1] &- 0x30 < 10 {
      at += 1
      var scale = 100
      while at < end, utf8[at] &- 0x30 < 10 {
        thousandths += Int(utf8[at] - 0x30) * scale
        scale /= 10
        at += 1
      }
    }
    take(thousandths, isSpelled: false)
  }

  /// Whether so many digits stand at a place.
  private func isDigits(_ place: Int, _ count: Int) -> Bool {
    count > 0 && place + count <= end
      && (place..<place + count).allSatisfy { utf8[$0] &- 0x30 < 10 }
  }

  /// Takes a number by what stands behind it.
  private mutating func take(_ thousandths: Int, isSpelled: Bool) {
    let value = thousandths / 1_000
    let isWhole = thousandths % 1_000 == 0
    if isWhole, isChinese, takeChineseDate(value) { return }
    if takeMark("%") || takeWord("per", then: "cent") || takeWord("percent") || takeMark("％") {
      facts.insert(.percent(thousandths: thousandths))
      return
    }
    if isWhole, takeDocumentNumber(year: value) { return }
    if isWhole, !isChinese, (1...31).contains(value), let month {
      facts.insert(.day(month: month, day: value))
      self.month = nil
      return
    }
    if isWhole, (1_900...2_100).contains(value), !isChinese {
      facts.insert(.year(value))
      if let month { facts.insert(.month(month)) }
      (month, lastNumber) = (nil, nil)
      return
    }
    facts.insert(.number(thousandths: scaled(thousandths)))
    lastNumber = isWhole && !isSpelled ? value : nil
  }

  /// The number times the unit behind it: 万, 亿, million.
  private mutating func scaled(_ thousandths: Int) -> Int {
    let scale: Int
    if takeMark("万") {
      scale = takeMark("亿") ? 1_000_000_000_000 : 10_000
    } else if takeMark("亿") {
      scale = 100_000_000
    } else if takeWord("million") {
      scale = 1_000_000
    } else if takeWord("billion") {
      scale = 1_000_000_000
    } else if takeWord("thousand") {
      scale = 1_000
    } else {
      return thousandths
    }
    let (product, isTooMuch) = thousandths.multipliedReportingOverflow(by: scale)
    return isTooMuch ? Self.limit : product
  }

  /// 年, 月, 日 and 号 behind a number of a Chinese text.
  private mutating func takeChineseDate(_ value: Int) -> Bool {
    if (1_900...2_100).contains(value), takeMark("年") {
      facts.insert(.year(value))
      return true
    }
    if (1...12).contains(value), takeMark("月") {
      if let month { facts.insert(.month(month)) }
      month = value
      return true
    }
    if (1...31).contains(value), let month, takeMark("日") {
      facts.insert(.day(month: month, day: value))
      self.month = nil
      return true
    }
    return false
  }

  /// A bracket and the serial behind a year: 〔2023〕12号, or `[2023] No 12` with a full stop.
  private mutating func takeDocumentNumber(year: Int) -> Bool {
    guard (1_900...2_100).contains(year) else { return false }
    let before = at
    guard takeMark("〕") || takeMark("］") || takeMark("]") || takeMark("）") || takeMark(")") else {
      return false
    }
    while at < end, utf8[at] == 0x20 { at += 1 }
    if takeMark("No.") { while at < end, utf8[at] == 0x20 { at += 1 } }
    var serial = 0
    let first = at
    while at < end, utf8[at] &- 0x30 < 10, at - first < 6 {
      serial = serial * 10 + Int(utf8[at] - 0x30)
      at += 1
    }
    guard at > first else {
      at = before
      facts.insert(.year(year))
      return true
    }
    facts.insert(.documentNumber(year: year, serial: serial))
    return true
  }

  /// A numeral of Han characters that counts: behind 第, of two characters, or before a measure word.
  private mutating func hanNumeral() -> (value: Int, end: Int)? {
    guard let found = ChineseNumeral.prefix(of: utf8.span, in: at..<end) else { return nil }
    if found.end - at >= 6 { return found.value < Self.limit / 1_000 ? found : nil }
    let isOrdinal =
      at >= 3
      && (utf8[at - 3..<at].elementsEqual("第".utf8) || isInBrackets(at..<found.end))
    let isCounted = Self.counters.contains { counter in
      found.end + counter.count <= end
        && utf8[found.end..<found.end + counter.count].elementsEqual(counter)
    }
    guard isOrdinal || isCounted else {
      at = found.end - 1
      return nil
    }
    return found
  }

  /// Whether a numeral is that of an item: （三）.
  private func isInBrackets(_ numeral: Range<Int>) -> Bool {
    utf8[numeral.lowerBound - 3..<numeral.lowerBound].elementsEqual("（".utf8)
      && numeral.upperBound + 3 <= end
      && utf8[numeral.upperBound..<numeral.upperBound + 3].elementsEqual("）".utf8)
  }

  private static let counters = [
    "个", "日", "天", "年", "月", "次", "名", "项", "条", "类", "户", "级", "人", "元", "周", "岁", "批",
    "届", "倍", "季",
  ].map { Array($0.utf8) }

  // MARK: Words

  /// A word in Latin letters: a month, a number, or perhaps a name.
  private mutating func readWord() {
    let start = at
    while at < end, (utf8[at] | 0x20) &- 0x61 < 26 { at += 1 }
    let word = utf8[start..<at].map { $0 | 0x20 }
    let isCapital = utf8[start] & 0x20 == 0
    if let number = EnglishNumerals.value(of: word) {
      take(number * 1_000, isSpelled: true)
      return
    }
    if isCapital, !isChinese, let number = EnglishNumerals.month(word) {
      if let month { facts.insert(.month(month)) }
      month = number
      if let day = lastNumber, (1...31).contains(day) {
        // 1 September: the day was taken for a number.
        facts.remove(.number(thousandths: day * 1_000))
        facts.insert(.day(month: number, day: day))
        (month, lastNumber) = (nil, nil)
      }
      return
    }
    lastNumber = nil
    if let month {
      facts.insert(.month(month))
      self.month = nil
    }
    if isChinese || isCapital { facts.insert(.word(String(decoding: word, as: UTF8.self))) }
  }

  private mutating func takeMark(_ mark: StaticString) -> Bool {
    let count = mark.utf8CodeUnitCount
    guard at + count <= end else { return false }
    let matches = mark.withUTF8Buffer { buffer in
      buffer.indices.allSatisfy { utf8[at + $0] == buffer[$0] }
    }
    if matches { at += count }
    return matches
  }

  /// Passes over a word, or two, behind blanks; stays where it is when they do not stand there.
  private mutating func takeWord(_ word: StaticString, then next: StaticString? = nil) -> Bool {
    let before = at
    while at < end, utf8[at] == 0x20 || utf8[at] == 0x0A { at += 1 }
    guard at > before || next == nil, takeMark(word) else {
      at = before
      return false
    }
    if let next {
      while at < end, utf8[at] == 0x20 || utf8[at] == 0x0A { at += 1 }
      guard takeMark(next) else {
        at = before
        return false
      }
    }
    guard at == end || (utf8[at] | 0x20) &- 0x61 >= 26 else {
      at = before
      return false
    }
    return true
  }
}
