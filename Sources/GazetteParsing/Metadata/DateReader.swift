internal import GazetteDocument

/// Reads dates in the spellings of official papers and of the press.
struct DateReader: ~Escapable {
  let text: Span<UInt8>

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) {
    self.text = text
  }

  /// The date that begins a range: `2024年3月5日`, `二〇〇四年三月二日`, `2024-03-05`, `5 March 2024`, `March 5, 2024`.
  func date(in range: Range<Int>) -> (value: CalendarDate, end: Int)? {
    guard let lead = range.isEmpty ? nil : text[range.lowerBound] else { return nil }
    if lead.isLetter { return monthFirst(range) }
    return chinese(range) ?? numeric(range) ?? dayFirst(range)
  }

  /// The first date within a range.
  func firstDate(in range: Range<Int>) -> (value: CalendarDate, range: Range<Int>)? {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text[position]
      let startsNumber =
        (byte.isDigit && (position == range.lowerBound || !text[position - 1].isDigit))
        || byte == 0xE4 || byte == 0xE3 || byte == 0xE2 || byte == 0xEF
        || (byte.isUppercase && (position == range.lowerBound || !text[position - 1].isLetter))
      if startsNumber, let found = date(in: position..<range.upperBound) {
        return (found.value, position..<found.end)
      }
      position += byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return nil
  }

  private func chinese(_ range: Range<Int>) -> (value: CalendarDate, end: Int)? {
    guard let year = number(range.lowerBound, range.upperBound), year.value > 1_000,
      let month = unit(after: year.end, range.upperBound, 0xE5B9B4)
    else { return nil }
    guard let monthValue = number(month, range.upperBound),
      let day = unit(after: monthValue.end, range.upperBound, 0xE69C88)
    else {
      // 2020年 alone is no date of a paper, but a label may say no more.
      return CalendarDate(year: year.value).map { ($0, month) }
    }
    guard let dayValue = number(day, range.upperBound),
      let end = unit(after: dayValue.end, range.upperBound, 0xE697A5),
      let value = CalendarDate(year: year.value, month: monthValue.value, day: dayValue.value)
    else { return CalendarDate(year: year.value, month: monthValue.value).map { ($0, day) } }
    return (value, end)
  }

  private func number(_ position: Int, _ end: Int) -> (value: Int, end: Int)? {
    let start = text.skippingSpace(from: position, to: end)
    guard start < end else { return nil }
    return ChineseNumeral.prefix(of: text, in: start..<end)
  }

  private func unit(after position: Int, _ end: Int, _ sign: UInt32) -> Int? {
    let place = text.skippingSpace(from: position, to: end)
    return text.triple(at: place, end: end) == sign ? place + 3 : nil
  }

  private func numeric(_ range: Range<Int>) -> (value: CalendarDate, end: Int)? {
    guard let year = digits(range.lowerBound, range.upperBound, most: 4),
      year.end < range.upperBound,
      year.end - range.lowerBound == 4
    else { return nil }
    let sign = text[year.end]
    guard sign == 0x2D || sign == 0x2F || sign == 0x2E,
      let month = digits(year.end + 1, range.upperBound, most: 2), month.end < range.upperBound,
      text[month.end] == sign, let day = digits(month.end + 1, range.upperBound, most: 2),
      let value = CalendarDate(year: year.value, month: month.value, day: day.value)
    else { return nil }
    return (value, day.end)
  }

  private func dayFirst(_ range: Range<Int>) -> (value: CalendarDate, end: Int)? {
    guard let day = digits(range.lowerBound, range.upperBound, most: 2) else { return nil }
    var position = day.end
    // 6th March 2020
    if position + 1 < range.upperBound, text[position].isLowercase, text[position + 1].isLowercase {
      position += 2
    }
    position = text.skippingSpace(from: position, to: range.upperBound)
    guard let month = month(position, range.upperBound) else { return nil }
    let yearStart = text.skippingSpace(from: month.end, to: range.upperBound)
    guard let year = digits(yearStart, range.upperBound, most: 4), year.end - yearStart == 4,
      let value = CalendarDate(year: year.value, month: month.value, day: day.value)
    else { return nil }
    return (value, year.end)
  }

  private func monthFirst(_ range: Range<Int>) -> (value: CalendarDate, end: Int)? {
    guard let month = month(range.lowerBound, range.upperBound) else { return nil }
    var position = text.skippingSpace(from: month.end, to: range.upperBound)
    guard let day = digits(position, range.upperBound, most: 2) else { return nil }
    position = day.end
    if position + 1 < range.upperBound, text[position].isLowercase, text[position + 1].isLowercase {
      position += 2
    }
    if position < range.upperBound, text[position] == 0x2C { position += 1 }
    position = text.skippingSpace(from: position, to: range.upperBound)
    guard let year = digits(position, range.upperBound, most: 4), year.end - position == 4,
      let value = CalendarDate(year: year.value, month: month.value, day: day.value)
    else { return nil }
    return (value, year.end)
  }

  /// `March 6` and `March 6th` at the start of a range, without a year.
  func monthAndDay(in range: Range<Int>) -> (month: Int, day: Int, end: Int)? {
    guard let month = month(range.lowerBound, range.upperBound) else { return nil }
    let start = text.skippingSpace(from: month.end, to: range.upperBound)
    guard let day = digits(start, range.upperBound, most: 2), day.value >= 1, day.value <= 31 else {
      return nil
    }
    return (month.value, day.value, day.end)
  }

  private func digits(_ position: Int, _ end: Int, most: Int) -> (value: Int, end: Int)? {
    var place = position
    var value = 0
    while place < end, place < position + most, text[place].isDigit {
      value = value * 10 + Int(text[place] - 0x30)
      place += 1
    }
    guard place > position, place == end || !text[place].isDigit else { return nil }
    return (value, place)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  .map { $0.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }

  private func month(_ position: Int, _ end: Int) -> (value: Int, end: Int)? {
    var place = position
    while place < end, place < position + 9, text[place].isLetter { place += 1 }
    guard place - position >= 3 else { return nil }
    let key = text.triple(at: position, end: place) | 0x202020
    guard let index = DateReader.months.firstIndex(of: key) else { return nil }
    if place < end, text[place] == 0x2E { place += 1 }
    return (index + 1, place)
  }
}
