import GazetteDocument

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The day on the calendar where the command runs.
enum LocalDay {
  /// Today by the clock and the zone of the system; `nil` when it has none.
  static func today() -> CalendarDate? {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
