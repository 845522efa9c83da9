#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Memory that only grows and is freed at once; its parts are addressed by offset, so that growing may move it.
@safe struct ByteArena: ~Copyable {
  /// The first byte; changes when the arena grows.
  private(set) var base: UnsafeMutableRawPointer
  private var capacity: Int
  /// How many bytes have been given out.
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    guard let memory = unsafe malloc(self.capacity) else {
      preconditionFailure("no memory is left")
    }
    unsafe base = memory
  }

  deinit { unsafe free(base) }

  /// Makes room for further bytes.
  @inline(__always)
  mutating func reserve(_ additional: Int) {
    if count + additional > capacity { grow(count + additional) }
  }

  private mutating func grow(_ needed: Int) {
    // The system moves pages for a large block, so doubling costs no copy.
    let larger = max(needed, capacity * 2)
    guard let memory = unsafe realloc(base, larger) else {
      preconditionFailure("no memory is left")
    }
    unsafe base = memory
    capacity = larger
  }

  /// Gives out bytes for which there is room; they hold anything.
  @inline(__always)
  mutating func allocate(_ size: Int) -> Int {
    precondition(count + size <= capacity)
    defer { count += size }
    return count
  }
}
