// What stands around the end of a sentence.

extension Span where Element == UInt8 {
  /// Whether a closing quote or bracket, or a further end sign, of three bytes stands at a place.
  func isCloser(at position: Int, end: Int) -> Bool {
    switch triple(at: position, end: end) {
    case 0xE2809D, 0xE28099, 0xE280A6,  // ” ’ …
      0xE38082, 0xE38089, 0xE3808B, 0xE3808D, 0xE3808F, 0xE38091, 0xE38095,  // 。〉》」』】〕
      0xEFBC81, 0xEFBC89, 0xEFBC9F, 0xEFBCBD, 0xEFBDA1:  // ！）？］｡
      true
    default: false
    }
  }

  /// Whether the sign at a place says that the sentence goes on: `“好！”，他说`.
  func continuesSentence(at position: Int, end: Int) -> Bool {
    let byte = self[position]
    if byte == 0x2C || byte == 0x3B || byte == 0x3A { return true }
    switch triple(at: position, end: end) {
    case 0xEFBC8C, 0xE38081, 0xEFBC9B, 0xEFBC9A: return true  // ，、；：
    default: return false
    }
  }

  /// The end of a note mark such as `[12]` that begins at a place.
  func noteMarkEnd(at position: Int, end: Int) -> Int? {
    var index = position + 1
    while index < end, index < position + 5, self[index].isDigit { index += 1 }
    guard index > position + 1, index < end, self[index] == 0x5D else { return nil }
    return index + 1
  }

  /// Whether a period with a letter or digit straight behind it ends a sentence all the same, a space having been lost:
  /// `effective.1, strengthen`, `poverty.We have`.
  func isGlued(at period: Int, start: Int, end: Int) -> Bool {
    guard period - 3 >= start, self[period - 1].isLowercase, self[period - 2].isLowercase,
      self[period - 3].isLowercase
    else { return false }
    var index = period + 1
    if self[index].isUppercase {
      return index + 1 < end && (self[index + 1].isLowercase || self[index + 1] == 0x20)
        && wordStart(before: period, start: start) < period - 3
    }
    while index < end, index < period + 3, self[index].isDigit { index += 1 }
    guard index > period + 1, index + 1 < end, self[index] == 0x2C || self[index] == 0x2E else {
      return false
    }
    let word = skippingSpace(from: index + 1, to: end)
    return word < end && self[word].isLetter
  }

  /// Where the run of letters, digits and inner periods that ends before `position` begins, at most 12 bytes back.
  func wordStart(before position: Int, start: Int) -> Int {
    var index = position
    let limit = Swift.max(start, position - 12)
    while index > limit {
      let byte = self[index - 1]
      guard byte.isLetter || byte.isDigit || byte == 0x2E else { break }
      index -= 1
    }
    return index
  }

  /// Whether a word at the start of a sentence is a list numeral: `1`, `2.3`, `a`, `iv`, `B`.
  func isListNumeral(in range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= 8 else { return false }
    if self[range.lowerBound].isDigit {
      for index in range where !self[index].isDigit && self[index] != 0x2E { return false }
      return true
    }
    if range.count == 1 { return self[range.lowerBound].isLetter }
    for index in range {
      switch self[index] | 0x20 {
      case UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"): continue
      default: return false
      }
    }
    return true
  }

  /// Whether the word before a period is an abbreviation behind which the sentence goes on.
  func isAbbreviation(in word: Range<Int>, end: Int, sentence: Int) -> Bool {
    guard !word.isEmpty, word.count <= 6 else { return false }
    if word.count == 1 { return self[word.lowerBound].isUppercase }
    // U.S., e.g., Ph.D: letters with a period between them.
    for index in word where self[index] == 0x2E {
      return index > word.lowerBound && self[index - 1].isLetter
    }
    var key: UInt64 = 0
    for index in word {
      guard self[index].isLetter else { return false }
      key = key << 8 | UInt64(self[index] | 0x20)
    }
    if Abbreviations.shared.always.contains(key) {
      return self[word.lowerBound].isUppercase || key == Abbreviations.versus
    }
    guard Abbreviations.shared.beforeNumbers.contains(key) else { return false }
    let next = skippingSpace(from: word.upperBound + 1, to: end)
    guard next < end else { return false }
    let byte = self[next]
    return byte.isDigit || byte == 0x28
      || (byte.isUppercase && (next + 1 >= end || !self[next + 1].isLetter))
  }
}
