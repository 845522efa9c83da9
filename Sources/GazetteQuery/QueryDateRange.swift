/// A range of days, open on either side.
public struct QueryDateRange: Sendable, Hashable, CustomStringConvertible {
  /// The first day as a number `YYYYMMDD`; `nil` when the range has no beginning.
  public let first: Int?
  /// The last day as a number `YYYYMMDD`; `nil` when the range has no end.
  public let last: Int?

  init(first: Int?, last: Int?) {
    self.first = first
    self.last = last
  }

  /// Reads a date or a range as people type it; `nil` for anything else, and for a range that ends before it begins.
  ///
  /// Takes what `QueryDateReader` takes.
  init?(_ text: String) {
    guard let range = QueryDateReader(text).range() else { return nil }
    if let first = range.first, let last = range.last, first > last { return nil }
    self = range
  }

  /// The days before a date, year or month; `nil` when the text is none, or there are no such days.
  init?(before text: String) {
    guard let days = QueryDateReader(text).days() else { return nil }
    self.init(before: days)
  }

  /// The days after a date, year or month; `nil` when the text is none, or there are no such days.
  init?(after text: String) {
    guard let days = QueryDateReader(text).days() else { return nil }
    self.init(after: days)
  }

  /// The days before some days; `nil` when the calendar begins with those.
  init?(before days: ClosedRange<Int>) {
    let (year, month, day) = QueryDateRange.parts(days.lowerBound)
    if day > 1 {
      self.init(first: nil, last: days.lowerBound - 1)
    } else if month > 1 {
      let last = QueryDateRange.length(ofMonth: month - 1, year: year)
      self.init(first: nil, last: year * 10_000 + (month - 1) * 100 + last)
    } else if year > 1 {
      self.init(first: nil, last: (year - 1) * 10_000 + 1231)
    } else {
      return nil
    }
  }

  /// The days after some days; `nil` when the calendar ends with those.
  init?(after days: ClosedRange<Int>) {
    let (year, month, day) = QueryDateRange.parts(days.upperBound)
    if day < QueryDateRange.length(ofMonth: month, year: year) {
      self.init(first: days.upperBound + 1, last: nil)
    } else if month < 12 {
      self.init(first: year * 10_000 + (month + 1) * 100 + 1, last: nil)
    } else if year < 9999 {
      self.init(first: (year + 1) * 10_000 + 101, last: nil)
    } else {
      return nil
    }
  }

  /// The days that a year, a month or a day has; `nil` when there is none such.
  static func days(year: Int, month: Int?, day: Int?) -> ClosedRange<Int>? {
    guard (1...9999).contains(year) else { return nil }
    guard let month else { return year * 10_000 + 101...year * 10_000 + 1231 }
    guard (1...12).contains(month) else { return nil }
    let length = length(ofMonth: month, year: year)
    let start = year * 10_000 + month * 100
    guard let day else { return start + 1...start + length }
    guard (1...length).contains(day) else { return nil }
    return start + day...start + day
  }

  /// The range as a query writes it: in years where it has whole years.
  public var description: String {
    let isWhole =
      first.map { $0 % 10_000 == 101 } ?? true && last.map { $0 % 10_000 == 1231 } ?? true
    let texts = [first, last].map { day in
      day.map { isWhole ? Self.padded($0 / 10_000, 4) : Self.isoText($0) } ?? ""
    }
    return texts[0] == texts[1] ? texts[0] : texts[0] + ".." + texts[1]
  }

  private static func isoText(_ day: Int) -> String {
    let (year, month, day) = parts(day)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func parts(_ day: Int) -> (Int, Int, Int) {
    (day / 10_000, day / 100 % 100, day % 100)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
