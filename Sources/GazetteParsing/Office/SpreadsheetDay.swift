/// Numbers of days as spreadsheets count them, and the days and times that they mean.
enum SpreadsheetDay {
  /// How many days the epoch of 1904 lies behind that of 1900.
  static let epochDistance = 1_462.0

  /// A number of days since the epoch of 1900 as ISO 8601, with a time where it has a fraction; `nil` where it means no day.
  static func text(_ value: Double) -> String? {
    guard value.isFinite, value >= 0, value < 2_958_466 else { return nil }
    var day = Int(value)
    var seconds = Int(((value - Double(day)) * 86_400).rounded())
    if seconds == 86_400 { (day, seconds) = (day + 1, 0) }
    let time = pad(seconds / 3_600) + ":" + pad(seconds / 60 % 60)
    let whole = seconds % 60 == 0 ? time : time + ":" + pad(seconds % 60)
    if day == 0 { return whole }
    // Day 60 is a 29 February 1900 that never was; the days before it count from one day later.
    guard day != 60 else { return nil }
    let date = civil(day - (day > 60 ? 25_569 : 25_568))
    return seconds == 0 ? date : date + " " + whole
  }

  /// The date of a number of days since 1970-01-01.
  ///
  /// After H. Hinnant, "chrono-compatible low-level date algorithms", 2021.
  private static func civil(_ days: Int) -> String {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-" + pad(month) + "-"
      + pad(day)
  }

  private static func pad(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
