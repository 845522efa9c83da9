#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The system's own words for its error numbers.
enum SystemError {
  /// The message of an error number, such as `Permission denied`.
  static func words(_ number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "system error \(number)"
  }
}
