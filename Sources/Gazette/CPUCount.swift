#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The processors that this process may use.
enum CPUCount {
  /// How many there are, at least one.
  static var available: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
