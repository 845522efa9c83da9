internal import GazetteDocument

// Dates whose parts a machine set in the wrong order.
extension DamageRule {
  /// `December 2009 March 31`: a date of two months.
  static let wrongOrderDate = DamageRule(
    name: "wrong-order-date",
    detector: .words { text, words, findings in
      // Two months with nothing but a year between them.
      for (first, second) in zip(words, words.dropFirst())
      where second.range.lowerBound == first.range.upperBound + 6 {
        if let found = doubleMonth(text, second.range.lowerBound - 1) { findings.append(found) }
      }
    })

  /// A month and a year in front of a space, and another month and a day behind it.
  private static func doubleMonth(_ text: DamageText, _ space: Int) -> DamageFinding? {
    let months = DamageTables.shared.months
    let second = text.word(at: space + 1)
    guard months.contains(text.lowered(second)), text[space - 5] == 0x20 else { return nil }
    for index in space - 4..<space where !text[index].isDigit { return nil }
    let first = text.word(before: space - 5)
    guard months.contains(text.lowered(first)), text[second.upperBound] == 0x20 else { return nil }
    var end = second.upperBound + 1
    while text[end].isDigit { end += 1 }
    guard end > second.upperBound + 1, end < second.upperBound + 4 else { return nil }
    let day = text.string(second.upperBound + 1..<end)
    let year = text.string(space - 4..<space)
    return .mended(first.lowerBound..<end, "\(text.string(first)) \(day), \(year)", 0.7)
  }

  /// `2021 March 31` and `December 2020 9`: year, month and day as Chinese has them, or the year in the middle.
  static let shuffledDate = DamageRule(
    name: "wrong-order-date",
    detector: .words { text, words, findings in
      for word in words where word.range.count >= 3 && word.range.count <= 9 {
        let month = word.range
        guard text[month.lowerBound].isUppercase, text[month.upperBound] == 0x20,
          let found = yearFirst(text, month) ?? yearWithin(text, month),
          DamageTables.shared.months.contains(text.lowered(month))
        else { continue }
        findings.append(found)
      }
    })

  /// A year in front of a month, and the day behind it.
  private static func yearFirst(_ text: DamageText, _ month: Range<Int>) -> DamageFinding? {
    let start = month.lowerBound - 5
    guard let year = year(text, start), text[month.lowerBound - 1] == 0x20,
      !text[start - 1].isDigit, let end = dayEnd(text, month.upperBound + 1)
    else { return nil }
    // `31 March 2021 April 5` and `March 2021 April 5` are other dates.
    let before = text[start - 1] == 0x20 ? text.word(before: start - 1) : start..<start
    guard !DamageTables.shared.months.contains(text.lowered(before)),
      year.value != nil, !hasYear(text, behind: end)
    else { return nil }
    let day = text.string(month.upperBound + 1..<end)
    return .mended(start..<end, "\(text.string(month)) \(day), \(year.digits)", 0.75)
  }

  /// A year behind a month, and the day behind it, where the words end.
  private static func yearWithin(_ text: DamageText, _ month: Range<Int>) -> DamageFinding? {
    guard let year = year(text, month.upperBound + 1), text[month.upperBound + 5] == 0x20,
      let end = dayEnd(text, month.upperBound + 6),
      !text[month.lowerBound - 2].isDigit, text[month.lowerBound - 1] == 0x20,
      [0x2E, 0x2C, 0x29, 0x3B, 0x0A, 0x0D, 0].contains(text[end]),
      !text[end + 1].isDigit
    else { return nil }
    let day = text.string(month.upperBound + 6..<end)
    return .mended(
      month.lowerBound..<end, "\(text.string(month)) \(day), \(year.digits)", 0.7)
  }

  private static func year(_ text: DamageText, _ place: Int) -> (digits: String, value: Int?)? {
    guard place >= 0, text.holds("19".utf8, at: place) || text.holds("20".utf8, at: place),
      text[place + 2].isDigit, text[place + 3].isDigit
    else { return nil }
    let digits = text.string(place..<place + 4)
    return (digits, Int(digits))
  }

  /// Behind the one or two digits of a day.
  private static func dayEnd(_ text: DamageText, _ place: Int) -> Int? {
    var end = place
    while text[end].isDigit, end < place + 3 { end += 1 }
    guard end > place, end < place + 3, let day = Int(text.string(place..<end)),
      (1...31).contains(day), !text[end].isLetter, text[end] != 0x25
    else { return nil }
    return end
  }

  private static func hasYear(_ text: DamageText, behind end: Int) -> Bool {
    let place = text[end] == 0x2C ? end + 1 : end
    return text[place] == 0x20 && year(text, place + 1) != nil
  }
}
