/// A day of the Gregorian calendar with no clock and no zone, or only its year, or its year and month.
public struct CalendarDate: Sendable, Hashable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12; `nil` when only the year is known.
  public let month: Int?
  /// The day of the month, from 1; `nil` when it is not known.
  public let day: Int?

  /// Creates a date; `nil` when there is no such day.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard day >= 1, day <= CalendarDate.days(inMonth: month, of: year) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601); `nil` for anything else.
  public init?(iso text: some StringProtocol) {
    self.init(iso: String(text))
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601); `nil` for anything else.
  public init?(iso text: String) {
    // Every answer reads dates: the bytes are gone through without a collection of parts.
    var numbers = (0, 0, 0)
    var part = 0
    var digits = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "-") {
        guard part < 2, digits == (part == 0 ? 4 : 2) else { return nil }
        part += 1
        digits = 0
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digits < 4 else { return nil }
      digits += 1
      let digit = Int(byte - UInt8(ascii: "0"))
      switch part {
      case 0: numbers.0 = numbers.0 * 10 + digit
      case 1: numbers.1 = numbers.1 * 10 + digit
      default: numbers.2 = numbers.2 * 10 + digit
      }
    }
    guard digits == (part == 0 ? 4 : 2) else { return nil }
    self.init(
      year: numbers.0, month: part > 0 ? numbers.1 : nil, day: part > 1 ? numbers.2 : nil)
  }

  /// The date as ISO 8601, as far as it is known.
  public var description: String {
    var text = CalendarDate.padded(year, to: 4)
    if let month { text += "-" + CalendarDate.padded(month, to: 2) }
    if let day { text += "-" + CalendarDate.padded(day, to: 2) }
    return text
  }

  /// The first day that the date can mean, as a number `YYYYMMDD` that orders like the calendar.
  public var firstDayNumber: Int { year * 10_000 + (month ?? 1) * 100 + (day ?? 1) }

  /// The last day that the date can mean, as a number `YYYYMMDD` that orders like the calendar.
  public var lastDayNumber: Int {
    let lastMonth = month ?? 12
    return year * 10_000 + lastMonth * 100
      + (day ?? CalendarDate.days(inMonth: lastMonth, of: year))
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
