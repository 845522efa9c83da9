#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many processors the system has to give.
enum ProcessorCount {
  /// Those that are on, at least 1.
  static let active = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
