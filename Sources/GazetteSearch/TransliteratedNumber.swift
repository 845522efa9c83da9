import GazetteAnalysis

/// A document number whose code a translation spells in letters: `YangJiaoFa〔2024〕18号` is 样教发〔2024〕18号.
struct TransliteratedNumber {
  /// The letters of the code, in lower case.
  private let letters: [UInt8]
  /// The year and the serial behind it, as the canonical spelling has them.
  let count: Substring

  /// Takes a canonical number apart; `nil` when its code is not written in letters, or when no year stands in it.
  init?(_ number: String) {
    guard let (code, count) = TransliteratedNumber.parts(of: number) else { return nil }
    let bytes = Array(code.utf8)
    guard !bytes.isEmpty, bytes.count <= 60, bytes.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else {
      return nil
    }
    letters = bytes.map { $0 | 0x20 }
    self.count = count
  }

  /// The code of a number, and its year and serial; `nil` for a number without a year in brackets.
  static func parts(of number: String) -> (code: Substring, count: Substring)? {
    guard let bracket = number.firstIndex(of: "〔") else { return nil }
    return (number[..<bracket], number[bracket...])
  }

  /// Whether a code is written in the same letters.
  func isSpelt(_ code: Substring) -> Bool {
    code.utf8.lazy.filter { $0 | 0x20 != 0x20 }.map { $0 | 0x20 }.elementsEqual(letters)
  }

  /// Whether a Chinese code reads as the letters do: each character by one of its readings, ü as u or v.
  func spells(_ code: Substring, _ table: PinyinTable) -> Bool {
    var ends: Set<Int> = [0]
    for scalar in code.unicodeScalars {
      var next: Set<Int> = []
      for reading in table.readings(of: scalar) {
        let syllable = Array(reading.utf8)
        for end in ends where follows(syllable, at: end) { next.insert(end + syllable.count) }
      }
      guard !next.isEmpty else { return false }
      ends = next
    }
    return ends.contains(letters.count)
  }

  private func follows(_ syllable: [UInt8], at start: Int) -> Bool {
    guard start + syllable.count <= letters.count else { return false }
    for (offset, byte) in syllable.enumerated() {
      let letter = letters[start + offset]
      let isUmlaut = byte == UInt8(ascii: "v") && letter == UInt8(ascii: "u")
      if letter != byte, !isUmlaut { return false }
    }
    return true
  }
}
