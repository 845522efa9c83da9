import GazetteDocument

/// Reads comparator, value and unit out of the words of an indicator.
struct IndicatorReader {
  let text: [UInt8]

  /// What the words say; `nil` where they hold neither a number nor a word for all or none.
  func indicator(in range: Range<Int>) -> Indicator? {
    let words = CueText(text, in: range)
    let comparator = IndicatorReader.comparator(words)
    let span = text.span
    var position = range.lowerBound
    while position < range.upperBound {
      if span[position].isDigit {
        return number(from: position, range, comparator)
      }
      if span[position] >= 0xE0,
        let numeral = ChineseNumeral.prefix(of: span, in: position..<range.upperBound)
      {
        return Indicator(
          comparator: comparator,
          thousandths: numeral.value.multipliedReportingOverflow(by: 1_000).partialValue,
          unit: unit(numeral.end..<range.upperBound))
      }
      position += 1
    }
    if comparator == .all || comparator == .none {
      return Indicator(comparator: comparator, thousandths: nil, unit: "")
    }
    if let value = IndicatorReader.value(ofWords: words.string) {
      return Indicator(comparator: comparator, thousandths: value * 1_000, unit: "")
    }
    return words.bytes.isEmpty ? nil : Indicator(comparator: .all, thousandths: nil, unit: "")
  }

  private func number(from start: Int, _ range: Range<Int>, _ comparator: Indicator.Comparator)
    -> Indicator
  {
    let span = text.span
    var position = start
    var value = 0
    var scale = 0
    while position < range.upperBound {
      let byte = span[position]
      if byte.isDigit, value < 1_000_000_000_000 {
        if scale == 0 {
          value = value * 10 + Int(byte - 0x30) * 1_000
        } else {
          value += Int(byte - 0x30) * scale
          scale /= 10
        }
      } else if byte == 0x2E, scale == 0, position + 1 < range.upperBound,
        span[position + 1].isDigit
      {
        scale = 100
      } else if byte != 0x2C || position + 1 >= range.upperBound || !span[position + 1].isDigit {
        break
      }
      position += 1
    }
    for (sign, factor) in [(UInt32(0xE4B887), 10_000), (0xE4BABF, 100_000_000)]
    where span.triple(at: position, end: range.upperBound) == sign {
      value = value.multipliedReportingOverflow(by: factor).partialValue
      position += 3
    }
    return Indicator(
      comparator: comparator, thousandths: max(0, value), unit: unit(position..<range.upperBound))
  }

  private func unit(_ range: Range<Int>) -> String {
    var words = String(decoding: text[range], as: UTF8.self)
    for tail in ["以上", "以下", "左右", "以内", "or more", "or less"] where words.hasSuffix(tail) {
      words.removeLast(tail.count)
    }
    while words.first == " " { words.removeFirst() }
    while words.last == " " { words.removeLast() }
    return words
  }

  private static func value(ofWords words: String) -> Int? {
    let numbers = [
      "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
      "nine": 9,
      "ten": 10, "twelve": 12, "twice": 2, "once": 1, "twenty": 20, "thirty": 30,
    ]
    for word in words.split(separator: " ") {
      if let value = numbers[String(word)] { return value }
    }
    return nil
  }

  private static func comparator(_ words: CueText) -> Indicator.Comparator {
    let signs: [(StaticString, Indicator.Comparator)] = [
      ("不低于", .atLeast), ("不少于", .atLeast), ("不小于", .atLeast), ("不得低于", .atLeast),
      ("不得少于", .atLeast), ("至少", .atLeast),
      ("不超过", .atMost), ("不高于", .atMost), ("不大于", .atMost), ("不得超过", .atMost), ("不得高于", .atMost),
      ("最多", .atMost), ("控制在", .atMost),
      ("以上", .atLeast), ("以下", .atMost), ("以内", .atMost), ("左右", .about), ("约", .about),
      ("低于", .atMost), ("高于", .atLeast), ("超过", .atLeast),
      ("at least", .atLeast), ("no less", .atLeast), ("not less", .atLeast), ("no fewer", .atLeast),
      ("not fewer", .atLeast),
      ("no more", .atMost), ("not more", .atMost), ("not exceed", .atMost), ("up to", .atMost),
      ("below", .atMost), ("under", .atMost),
      ("less than", .atMost), ("fewer than", .atMost), ("more than", .atLeast), ("above", .atLeast),
      ("or more", .atLeast), ("or less", .atMost),
      ("around", .about), ("about", .about), ("清零", .none), ("零增长", .none), ("zero", .none),
      ("全", .all), ("尽", .all), ("不漏", .all), ("all", .all), ("every", .all),
    ]
    for (word, comparator) in signs where words.contains(word) { return comparator }
    return .equal
  }
}
