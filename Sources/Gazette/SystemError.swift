#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The system's own words for its error numbers.
enum SystemError {
  /// The key of an error number in a table of messages; `nil` for those that files hardly meet.
  static func key(_ number: Int32) -> String? {
    switch number {
    case EACCES, EPERM: "system.not-permitted"
    case ENOENT: "system.not-there"
    case EISDIR: "system.is-a-folder"
    case ENOTDIR: "system.no-folder"
    case ELOOP: "system.too-many-links"
    case ENAMETOOLONG: "system.name-too-long"
    case EMFILE, ENFILE: "system.too-many-open"
    case EIO: "system.device"
    case ENOSPC: "system.no-space"
    case ENOMEM: "system.no-memory"
    default: nil
    }
  }

  /// The message of an error number, such as `Permission denied`.
  static func words(_ number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "system error \(number)"
  }
}
