import GazetteDocument

/// Reads the day that a cell names, however a person or a program writes it.
enum DayReader {
  /// The last day that a cell can mean: 2025-06-30, 2025/6/30, 2025.6.30, 2025年6月30日, 2025年6月底前, 2025年; `nil` for other
  /// words, and for several days, of which the last one counts when they are a period.
  static func lastDay(in text: String) -> CalendarDate? {
    var found: CalendarDate?
    let scalars = Array(text.unicodeScalars.prefix(200))
    var place = 0
    while place < scalars.count {
      guard let (year, end) = number(scalars, place, digits: 4), (1900...2199).contains(year) else {
        while place < scalars.count, isDigit(scalars[place]) { place += 1 }
        place += 1
        continue
      }
      place = end
      var month: Int?
      var day: Int?
      if let (value, end) = part(scalars, place, signs: "-/.年") {
        (month, place) = (value, end)
        if let (value, end) = part(scalars, place, signs: "-/.月") { (day, place) = (value, end) }
      }
      guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
      let last = date.lastDayNumber
      found = CalendarDate(year: last / 10_000, month: last / 100 % 100, day: last % 100)
    }
    return found
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func number(
    _ scalars: [Unicode.Scalar], _ start: Int, digits: Int
  ) -> (Int, Int)? {
    var value = 0
    var end = start
    while end < scalars.count, isDigit(scalars[end]), end - start <= digits {
      value = value * 10 + Int(scalars[end].value - 0x30)
      end += 1
    }
    return end - start == digits ? (value, end) : nil
  }

  /// A number of one or two digits behind one of some signs.
  private static func part(
    _ scalars: [Unicode.Scalar], _ start: Int, signs: String
  ) -> (Int, Int)? {
    guard start < scalars.count, signs.unicodeScalars.contains(scalars[start]) else { return nil }
    return number(scalars, start + 1, digits: 2) ?? number(scalars, start + 1, digits: 1)
  }

  /// The number of a day, by which days are counted.
  ///
  /// After H. Hinnant, "chrono-compatible low-level date algorithms", 2021.
  static func ordinal(_ date: CalendarDate) -> Int {
    let number = date.lastDayNumber
    let (month, day) = (number / 100 % 100, number % 100)
    let year = date.year - (month <= 2 ? 1 : 0)
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }
}
