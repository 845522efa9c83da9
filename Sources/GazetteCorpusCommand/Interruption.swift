import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The wish of a person, or of the system, that the work end.
enum Interruption {
  private static let requested = Atomic<Bool>(false)

  /// Whether somebody has asked.
  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Takes note of SIGINT and SIGTERM from now on; the second one ends the process at once.
  static func listen() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        Interruption.requested.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }
}
