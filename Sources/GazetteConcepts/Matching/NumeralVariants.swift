/// The spellings of a folded label that differ in how its numbers are written: 三保障 and 3保障, three guarantees and
/// 3 guarantees.
///
/// Only single numbers count: 十三五 is a name, and 二〇二〇 a year.
enum NumeralVariants {
  private static let hanDigits: [UInt32: UInt8] = [
    0x4E00: 1, 0x4E8C: 2, 0x4E24: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5, 0x516D: 6, 0x4E03: 7,
    0x516B: 8, 0x4E5D: 9,
  ]
  /// Other signs for numbers, beside which a digit is part of a longer one.
  private static let otherHanNumbers: Set<UInt32> = [
    0x96F6, 0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF, 0x7B2C,
  ]
  private static let hanOfDigit: [[String]] = [
    [], ["一"], ["两", "二"], ["三"], ["四"], ["五"], ["六"], ["七"], ["八"], ["九"],
  ]
  private static let words = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
  ]
  /// With more numbers than this a label has one variant, in which all are written in digits.
  private static let freeCount = 3

  /// The other spellings of a folded label; none when it has no number of its own.
  static func variants(of label: [UInt8]) -> [[UInt8]] {
    let pieces = pieces(of: label)
    let numbers = pieces.indices.filter { pieces[$0].count > 1 }
    guard !numbers.isEmpty else { return [] }
    var spellings: [[UInt8]] = [[]]
    for (place, choices) in pieces.enumerated() {
      let isFree = numbers.count <= freeCount || choices.count == 1
      // Of a label of many numbers: as it is, and all in digits.
      let kept = isFree ? choices : [choices[1]]
      spellings = spellings.flatMap { spelling in kept.map { spelling + $0 } }
      if place == pieces.count - 1 { break }
    }
    return spellings.filter { $0 != label }
  }

  /// The label in pieces: of a number all its spellings, its own first and that in digits second; of other bytes themselves.
  private static func pieces(of label: [UInt8]) -> [[[UInt8]]] {
    var pieces: [[[UInt8]]] = []
    var plain: [UInt8] = []
    func close() {
      if !plain.isEmpty { pieces.append([plain]) }
      plain = []
    }
    let isSolid = label.contains { $0 >= 0xE0 }
    var at = 0
    while at < label.count {
      if isWord(label[at]) {
        var end = at
        while end < label.count, isWord(label[end]) { end += 1 }
        let word = Array(label[at..<end])
        // 三3 is no three, in neither of its two signs.
        let isAlone =
          !isNumber(label[at..<end]) || !isHanDigit(label, at - 3) && !isHanDigit(label, end)
        if isAlone, let choices = choices(ofWord: word, isSolid: isSolid) {
          close()
          pieces.append(choices)
        } else {
          plain += word
        }
        at = end
      } else if label[at] >= 0xE0, label[at] < 0xF0, at + 2 < label.count {
        if let digit = hanDigits[scalar(label, at)], !isNumber(label, at - 3),
          !isNumber(label, at + 3), !endsInDigits(label[..<at]),
          !beginsWithDigits(label[(at + 3)...])
        {
          close()
          pieces.append([Array(label[at..<at + 3]), [0x30 + digit]])
        } else {
          plain += label[at..<at + 3]
        }
        at += 3
      } else {
        plain.append(label[at])
        at += 1
      }
    }
    close()
    return pieces
  }

  private static func choices(ofWord word: [UInt8], isSolid: Bool) -> [[UInt8]]? {
    if word.count == 1, word[0] &- 0x31 < 9 {
      let digit = Int(word[0] - 0x30)
      if isSolid { return [word, word] + hanOfDigit[digit].map { Array($0.utf8) } }
      let spelled = words.first { $0.value == digit }?.key
      return spelled.map { [word, word, Array($0.utf8)] }
    }
    guard let number = words[String(decoding: word, as: UTF8.self)] else { return nil }
    return [word, Array("\(number)".utf8)]
  }

  private static func scalar(_ label: [UInt8], _ at: Int) -> UInt32 {
    UInt32(label[at] & 0x0F) << 12 | UInt32(label[at + 1] & 0x3F) << 6
      | UInt32(label[at + 2] & 0x3F)
  }

  /// Whether a sign for a number stands at a place.
  private static func isNumber(_ label: [UInt8], _ at: Int) -> Bool {
    guard at >= 0, at + 2 < label.count, label[at] >= 0xE0, label[at] < 0xF0 else { return false }
    return isHanDigit(label, at) || otherHanNumbers.contains(scalar(label, at))
  }

  private static func isHanDigit(_ label: [UInt8], _ at: Int) -> Bool {
    guard at >= 0, at + 2 < label.count, label[at] >= 0xE0, label[at] < 0xF0 else { return false }
    return hanDigits[scalar(label, at)] != nil
  }

  /// Whether the word at the beginning is a number in digits.
  private static func beginsWithDigits(_ label: ArraySlice<UInt8>) -> Bool {
    isNumber(label.prefix(while: isWord))
  }

  /// Whether the word at the end is a number in digits.
  private static func endsInDigits(_ label: ArraySlice<UInt8>) -> Bool {
    isNumber(label.suffix(from: label.lastIndex { !isWord($0) }.map { $0 + 1 } ?? label.startIndex))
  }

  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    !word.isEmpty && word.allSatisfy { $0 &- 0x30 < 10 }
  }

  private static func isWord(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte &- 0x30 < 10 }
}
