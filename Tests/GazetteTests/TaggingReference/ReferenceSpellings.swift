/// The spellings under which the reference looks for a folded label: with and without its commas, with and without the full stops of
/// its abbreviations, its numbers in words and in digits.
///
/// Written out of the rules alone, for labels as short as people write them.
enum ReferenceSpellings {
  private static let hanDigits = [
    "一": "1", "二": "2", "两": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8",
    "九": "9",
  ]
  /// Signs beside which a Han digit is part of a longer number, or of a name.
  private static let hanNumberSigns: Set<String> = ["零", "十", "百", "千", "万", "亿", "第"]
  private static let numberWords = [
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
  ]
  private static let digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

  /// All spellings of a label, its own among them.
  static func spellings(of label: String) -> Set<String> {
    guard !label.isEmpty else { return [] }
    var forms = [label]
    if !label.contains(where: { ("a"..."z").contains($0) }) {
      forms.append(label.replacing(",", with: ""))
    }
    let abbreviated = label.replacing(/([a-z])\.(?=[a-z0-9])/) { "\($0.1) " }
    forms.append(abbreviated.replacing(/([a-z])\./) { "\($0.1)" })
    return Set(forms.flatMap(numberSpellings))
  }

  private static func numberSpellings(of label: String) -> [String] {
    let units = units(of: label)
    let others = units.indices.map { otherSpellings(of: $0, among: units) }
    if others.count(where: { !$0.isEmpty }) > 3 {
      // As it is, or all in digits.
      let inDigits = zip(units, others).map { unit, others in
        others.isEmpty ? unit : hanDigits[unit] ?? numberWords[unit] ?? unit
      }
      return [label, inDigits.joined()]
    }
    var spellings = [""]
    for (unit, others) in zip(units, others) {
      spellings = ([unit] + others).flatMap { choice in spellings.map { $0 + choice } }
    }
    return spellings
  }

  /// What a single number is written as too; nothing for what is none.
  private static func otherSpellings(of place: Int, among units: [String]) -> [String] {
    let unit = units[place]
    let beside = [place - 1, place + 1].filter(units.indices.contains).map { units[$0] }
    if let word = numberWords[unit] { return [word] }
    if let digit = hanDigits[unit] {
      let isLonger = beside.contains {
        hanDigits[$0] != nil || hanNumberSigns.contains($0) || Int($0) != nil
      }
      return isLonger ? [] : [digit]
    }
    guard digits.contains(unit) else { return [] }
    let isSolid = units.contains { $0.unicodeScalars.contains { $0.value >= 0x800 } }
    guard isSolid else { return numberWords.filter { $0.value == unit }.map(\.key) }
    if beside.contains(where: { hanDigits[$0] != nil }) { return [] }
    return hanDigits.filter { $0.value == unit }.map(\.key)
  }

  /// Words of letters and digits, and everything else scalar by scalar.
  private static func units(of label: String) -> [String] {
    var units: [String] = []
    var isWordOpen = false
    for scalar in label.unicodeScalars {
      let isWord = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      if isWord, isWordOpen, let last = units.popLast() {
        units.append(last + String(scalar))
      } else {
        units.append(String(scalar))
      }
      isWordOpen = isWord
    }
    return units
  }
}
