#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Measures the processor time that some work takes on this thread, in seconds.
///
/// A bound on it holds whatever other tests, or other programs, keep the machine busy at the same time; a bound on the
/// clock on the wall does not.
package func threadTime<Failure: Error>(
  _ work: () throws(Failure) -> Void
) throws(Failure) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  try work()
  return now() - start
}
