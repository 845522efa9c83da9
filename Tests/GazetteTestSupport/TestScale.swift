#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How much of what is drawn at random a run tries: as usual, or many times as much.
package enum TestScale {
  /// 1, or 10 when `GAZETTE_SOAK` is set, or what `GAZETTE_FUZZ_SCALE` says.
  package static let factor: Int = {
    if let scale = getenv("GAZETTE_FUZZ_SCALE").flatMap({ Int(String(cString: $0)) }) {
      return max(1, scale)
    }
    return getenv("GAZETTE_SOAK") == nil ? 1 : 10
  }()

  /// For how long threads work against each other: seconds as usual, or minutes when `GAZETTE_SOAK` is set.
  package static let workingTime: Duration = .seconds(getenv("GAZETTE_SOAK") == nil ? 2 : 150)
}
