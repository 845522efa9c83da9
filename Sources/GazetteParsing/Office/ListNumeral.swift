internal import GazetteDocument

/// How a list prints the number of an item: the formats of Office Open XML (ECMA-376, ST_NumberFormat) and OpenDocument.
enum ListNumeral {
  /// The number in a format; in digits where the format has no sign for it.
  static func text(_ value: Int, format: String) -> String {
    switch format {
    case "none": ""
    case "decimalZero": value < 10 && value >= 0 ? "0\(value)" : "\(value)"
    case "lowerLetter", "a": letters(value, from: 0x61)
    case "upperLetter", "A": letters(value, from: 0x41)
    case "lowerRoman", "i": roman(value).lowercased()
    case "upperRoman", "I": roman(value)
    case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
      "taiwaneseCountingThousand", "ideographDigital", "japaneseDigitalTenThousand",
      "taiwaneseDigital", "一", "一, 二, 三, ...":
      ChineseNumeral.text(for: value) ?? "\(value)"
    case "chineseLegalSimplified", "ideographLegalTraditional": legal(value)
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": circled(value)
    case "decimalEnclosedParen": (1...20).contains(value) ? sign(0x2474 + value - 1) : "(\(value))"
    case "decimalEnclosedFullstop":
      (1...20).contains(value) ? sign(0x2488 + value - 1) : "\(value)."
    case "ideographTraditional": member(value, of: "甲乙丙丁戊己庚辛壬癸")
    case "ideographZodiac": member(value, of: "子丑寅卯辰巳午未申酉戌亥")
    case "decimalFullWidth", "decimalFullWidth2": fullWidth(value)
    default: "\(value)"
    }
  }

  private static func sign(_ value: Int) -> String {
    Unicode.Scalar(UInt32(value)).map { String(Character($0)) } ?? ""
  }

  /// Counts from a to z, then aa, bb and so on.
  private static func letters(_ value: Int, from first: Int) -> String {
    guard value > 0, value <= 26 * 30 else { return "\(value)" }
    return String(repeating: sign(first + (value - 1) % 26), count: (value - 1) / 26 + 1)
  }

  private static func roman(_ value: Int) -> String {
    guard value > 0, value < 4_000 else { return "\(value)" }
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var left = value
    var result = ""
    for (size, sign) in signs {
      while left >= size {
        result += sign
        left -= size
      }
    }
    return result
  }

  private static func circled(_ value: Int) -> String {
    switch value {
    case 1...20: sign(0x2460 + value - 1)
    case 21...35: sign(0x3251 + value - 21)
    case 36...50: sign(0x32B1 + value - 36)
    default: "\(value)"
    }
  }

  private static func legal(_ value: Int) -> String {
    guard let plain = ChineseNumeral.text(for: value) else { return "\(value)" }
    let pairs: [Character: Character] = [
      "一": "壹", "二": "贰", "三": "叁", "四": "肆", "五": "伍", "六": "陆", "七": "柒", "八": "捌",
      "九": "玖", "十": "拾", "百": "佰", "千": "仟", "〇": "零",
    ]
    return String(plain.map { pairs[$0] ?? $0 })
  }

  private static func member(_ value: Int, of row: String) -> String {
    guard value > 0, value <= row.count else { return "\(value)" }
    return String(row[row.index(row.startIndex, offsetBy: value - 1)])
  }

  private static func fullWidth(_ value: Int) -> String {
    "\(value)".utf8.map { sign(0xFF10 + Int($0) - 0x30) }.joined()
  }
}
