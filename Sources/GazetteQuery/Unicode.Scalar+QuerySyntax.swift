extension Unicode.Scalar {
  /// Whether the scalar parts words like a space: white space of any kind and control characters.
  var isQuerySpace: Bool {
    if isASCII { return value <= 0x20 || value == 0x7F }
    return properties.isWhitespace || properties.generalCategory == .control
  }

  /// Whether the scalar is part of a word: a letter, a mark, a digit or another numeral.
  var isQueryWord: Bool {
    if isASCII {
      return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value | 0x20)
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default:
      // Squares such as ㎡ and ℃ fold to letters.
      return properties.generalCategory == .otherSymbol && (0x2100...0x33FF).contains(value)
    }
  }

  /// Whether the scalar is a letter of an alphabet, beside which an apostrophe belongs to the word.
  var isAlphabeticLetter: Bool { properties.isAlphabetic && !properties.isIdeographic }

  /// Whether the scalar parts words wherever it stands: punctuation of Chinese text, brackets.
  var isQuerySeparator: Bool {
    switch self {
    case "、", "，", "。", "；", "：", "！", "？", "…", "—", "｜", "|", "[", "]", "{", "}", "〔", "〕",
      "【", "】", "［", "］", "﹝", "﹞", "<", ">", "〖", "〗":
      true
    default: false
    }
  }

  /// Whether the scalar opens a parenthesis, in either width.
  var opensParenthesis: Bool { self == "(" || self == "（" }
  /// Whether the scalar closes a parenthesis, in either width.
  var closesParenthesis: Bool { self == ")" || self == "）" }
  /// Whether the scalar is the minus sign of a negation, in either width.
  var isQueryMinus: Bool { self == "-" || self == "－" }
  /// Whether the scalar is the colon of a field, in either width.
  var isQueryColon: Bool { self == ":" || self == "：" }
  /// Whether the scalar is the tilde of a word that may be misspelt, in either width.
  var isQueryTilde: Bool { self == "~" || self == "～" }
  /// Whether the scalar is the sign of what something counts, in either width.
  var isQueryCaret: Bool { self == "^" || self == "＾" }
  /// Whether a suffix such as `~3` or `^2` ends before the scalar.
  var endsQuerySuffix: Bool { isQuerySpace || closesParenthesis || isQueryCaret }
  /// The digit that an ASCII scalar is.
  var asciiDigit: Int? { value &- 0x30 < 10 ? Int(value) - 0x30 : nil }
  /// Whether the scalar is the star of a prefix, in either width.
  var isQueryStar: Bool { self == "*" || self == "＊" }
}
