#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The processor time that some work takes on this thread, in seconds: the machine may be busy with other tests.
func threadTime(_ work: () -> Void) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  work()
  return now() - start
}
