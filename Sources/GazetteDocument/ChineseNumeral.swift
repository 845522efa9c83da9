/// Chinese numerals and their values: 一百二十三 is 123, 二〇二〇 is 2020, 12.8万 is 128000.
public enum ChineseNumeral {
  /// The value of a whole numeral; `nil` for anything else, and for values that an `Int` cannot hold.
  ///
  /// Takes the everyday and the accounting characters, 廿 and 卅, 〇 in its three spellings, a row of digits (二〇二〇), ASCII
  /// and full-width digits, and a multiplier behind digits (12.8万) when the product is whole.
  public static func value(of text: some StringProtocol) -> Int? {
    let utf8 = Array(text.utf8)
    guard let found = prefix(of: utf8.span, in: 0..<utf8.count), found.end == utf8.count else {
      return nil
    }
    return found.value
  }

  /// The numeral for a number from 0 to 9999 9999 in everyday characters: 12 is 十二, 105 is 一百零五.
  public static func text(for number: Int) -> String? {
    guard number >= 0, number < 100_000_000 else { return nil }
    if number == 0 { return "零" }
    var text = ""
    if number >= 10_000 {
      text += group(number / 10_000) + "万"
      if number % 10_000 != 0, number % 10_000 < 1_000 { text += "零" }
    }
    text += group(number % 10_000)
    return text.hasPrefix("一十") ? String(text.dropFirst()) : text
  }

  private static func group(_ number: Int) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    var text = ""
    var skipped = false
    for (unit, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / unit % 10
      if digit == 0 {
        skipped = !text.isEmpty
      } else {
        text += (skipped ? "零" : "") + digits[digit] + name
        skipped = false
      }
    }
    return text
  }

  /// Whether a character of three bytes may begin a numeral: true for all that do and for few others.
  @inline(__always)
  static func mayBegin(_ sign: UInt32) -> Bool { Sign.mayBeSign(sign) }

  /// The numeral that begins a stretch of UTF-8: its value, and the byte after it.
  package static func prefix(of text: Span<UInt8>, in range: Range<Int>) -> (value: Int, end: Int)?
  {
    if text.digit(at: range.lowerBound, end: range.upperBound) {
      return digitsWithUnit(text, range)
    }
    if let found = everyday(text, range) { return found }
    var reading = Reading()
    var position = range.lowerBound
    while position < range.upperBound, let sign = Sign(text, at: position, end: range.upperBound),
      reading.take(sign)
    {
      position += 3
    }
    guard position > range.lowerBound, let value = reading.total else { return nil }
    return (value, position)
  }

  /// A numeral below a thousand of the everyday characters alone, as nearly all numbers of sections are: 二十一, 一百零 not.
  ///
  /// `nil` for any other, and where a further character of a numeral follows.
  @inline(__always)
  private static func everyday(
    _ text: Span<UInt8>, _ range: Range<Int>
  ) -> (value: Int, end: Int)? {
    var position = range.lowerBound
    var total = 0
    var digit = 0
    var least = 1_000
    signs: while true {
      let sign = text.triple(at: position, end: range.upperBound)
      guard Sign.mayBeSign(sign) else { break }
      let value: Int
      switch sign {
      case 0xE4B880: value = 1  // 一
      case 0xE4BA8C: value = 2  // 二
      case 0xE4B889: value = 3  // 三
      case 0xE59B9B: value = 4  // 四
      case 0xE4BA94: value = 5  // 五
      case 0xE585AD: value = 6  // 六
      case 0xE4B883: value = 7  // 七
      case 0xE585AB: value = 8  // 八
      case 0xE4B99D: value = 9  // 九
      case 0xE58D81: value = 10  // 十
      case 0xE799BE: value = 100  // 百
      default:
        guard Sign(text, at: position, end: range.upperBound) == nil else { return nil }
        break signs
      }
      if value < 10 {
        guard digit == 0 else { return nil }
        digit = value
      } else {
        guard value < least, digit > 0 || (value == 10 && total == 0) else { return nil }
        total += max(digit, 1) * value
        digit = 0
        least = value
      }
      position += 3
    }
    return position > range.lowerBound ? (total + digit, position) : nil
  }

  private static func digitsWithUnit(
    _ text: Span<UInt8>, _ range: Range<Int>
  ) -> (value: Int, end: Int)? {
    var position = range.lowerBound
    var value = 0
    var scale = 1
    var isFraction = false
    while position < range.upperBound {
      let byte = text[position]
      if byte == 0x2E, !isFraction, text.digit(at: position + 1, end: range.upperBound) {
        isFraction = true
        position += 1
        continue
      }
      guard text.digit(at: position, end: range.upperBound) else { break }
      let digit = byte.isDigit ? Int(byte - 0x30) : Int(text[position + 2]) - 0x90
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(digit)
      guard !overflow, !carry, scale < 1_000_000_000 else { return nil }
      value = sum
      if isFraction { scale *= 10 }
      position += byte.isDigit ? 1 : 3
    }
    if case .unit(let unit)? = Sign(text, at: position, end: range.upperBound) {
      let (product, overflow) = value.multipliedReportingOverflow(by: unit)
      guard !overflow else { return nil }
      value = product
      position += 3
    }
    guard value % scale == 0 else { return nil }
    return (value / scale, position)
  }
}

extension ChineseNumeral {
  /// One character of a numeral.
  private enum Sign {
    case digit(Int)
    case unit(Int)
    /// 廿 and 卅, which are a digit and 十 in one.
    case tens(Int)

    /// A bit for each value that the signs have in the highest six bits of their product with `factor`.
    private static let mayBe: UInt64 = 0xD91221052B048450
    private static let factor: UInt32 = 0xFFBC3F4B

    /// Whether three bytes may be a sign: true for all that are and for few that stand around numerals.
    @inline(__always)
    static func mayBeSign(_ sign: UInt32) -> Bool {
      mayBe &>> UInt64((sign &* factor) &>> 26) & 1 == 1
    }

    init?(_ text: Span<UInt8>, at position: Int, end: Int) {
      let sign = text.triple(at: position, end: end)
      // Most characters that are asked for are no numerals.
      guard Sign.mayBeSign(sign) else { return nil }
      switch sign {
      case 0xE38087, 0xE99BB6, 0xE2978B: self = .digit(0)  // 〇 零 ○
      case 0xE4B880, 0xE5A3B9: self = .digit(1)  // 一 壹
      case 0xE4BA8C, 0xE8B4B0, 0xE4B8A4, 0xE585A9, 0xE8B2B3: self = .digit(2)  // 二 贰 两 兩 貳
      case 0xE4B889, 0xE58F81, 0xE58F83: self = .digit(3)  // 三 叁 參
      case 0xE59B9B, 0xE88286: self = .digit(4)  // 四 肆
      case 0xE4BA94, 0xE4BC8D: self = .digit(5)  // 五 伍
      case 0xE585AD, 0xE99986, 0xE999B8: self = .digit(6)  // 六 陆 陸
      case 0xE4B883, 0xE69F92: self = .digit(7)  // 七 柒
      case 0xE585AB, 0xE68D8C: self = .digit(8)  // 八 捌
      case 0xE4B99D, 0xE78E96: self = .digit(9)  // 九 玖
      case 0xE58D81, 0xE68BBE: self = .unit(10)  // 十 拾
      case 0xE799BE, 0xE4BDB0: self = .unit(100)  // 百 佰
      case 0xE58D83, 0xE4BB9F: self = .unit(1_000)  // 千 仟
      case 0xE4B887, 0xE890AC: self = .unit(10_000)  // 万 萬
      case 0xE4BABF, 0xE58484: self = .unit(100_000_000)  // 亿 億
      case 0xE5BBBF: self = .tens(2)  // 廿
      case 0xE58D85: self = .tens(3)  // 卅
      default: return nil
      }
    }
  }

  /// A numeral while it is read from left to right.
  private struct Reading {
    /// Groups closed by 万 or 亿.
    private var closed = 0
    /// What the current group of four places amounts to.
    private var group = 0
    /// A digit that waits for its unit.
    private var pending: Int?
    /// The value of a row of digits without any unit, and how many they are.
    private var row = 0
    private var digits = 0
    private var hasUnit = false
    private var isBroken = false

    /// Takes one character; false when it cannot belong to the numeral.
    mutating func take(_ sign: Sign) -> Bool {
      switch sign {
      case .digit(let value):
        guard digits < 16 else { return false }
        digits += 1
        row = row * 10 + value
        // After a unit, 零 only fills an empty place, and two digits in a row end the numeral.
        if hasUnit, let pending, pending != 0 { return false }
        pending = value
      case .tens(let value):
        guard digits == 0, !hasUnit else { return false }
        hasUnit = true
        group = value * 10
      case .unit(let unit):
        // 二〇二〇万 is no spelling that is met.
        if !hasUnit, digits > 1 { return false }
        if unit >= 10_000 {
          let (product, overflow) = (group + (pending ?? 0)).multipliedReportingOverflow(by: unit)
          let (whole, carry) =
            (unit == 100_000_000 && closed > 0)
            ? closed.multipliedReportingOverflow(by: unit) : (closed, false)
          let (sum, full) = whole.addingReportingOverflow(product)
          guard !overflow, !carry, !full, group + (pending ?? 0) > 0 else { return false }
          closed = sum
          group = 0
        } else {
          group += (pending ?? 1) * unit
        }
        hasUnit = true
        pending = nil
      }
      return true
    }

    /// The value; `nil` when nothing was read.
    var total: Int? {
      if hasUnit { return closed + group + (pending ?? 0) }
      return digits > 0 ? row : nil
    }
  }
}
