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
  /// How much is asked for at once when the arena outgrows `reservingFrom`.
  private let reserved: Int
  /// How many bytes have been given out.
  private(set) var count = 0

  /// Creates an arena that begins small and, once over a megabyte, asks the system for what it is likely to need in all.
  ///
  /// The system gives memory when it is first touched, so that asking for much costs nothing, and growing by copying
  /// would have the arena in memory twice.
  init(capacity: Int, reserving reserved: Int = 0) {
    self.capacity = max(capacity, 64)
    self.reserved = reserved
    unsafe base = Self.memory(self.capacity)
  }

  deinit { unsafe free(base) }

  /// Large pages from here on: a table of terms is read all over, and small pages cost a look-up each.
  private static let largePage = 2 << 20
  private static let reservingFrom = 1 << 20

  private static func memory(_ size: Int) -> UnsafeMutableRawPointer {
    var memory: UnsafeMutableRawPointer?
    let alignment = size >= largePage ? largePage : 64
    guard unsafe posix_memalign(&memory, alignment, size) == 0, let memory = unsafe memory else {
      preconditionFailure("no memory is left")
    }
    #if os(Linux)
      if size >= largePage { _ = unsafe madvise(memory, size, MADV_HUGEPAGE) }
    #endif
    return unsafe memory
  }

  /// Makes room for further bytes.
  @inline(__always)
  mutating func reserve(_ additional: Int) {
    if count + additional > capacity { grow(count + additional) }
  }

  private mutating func grow(_ needed: Int) {
    var larger = max(needed, capacity * 2)
    if larger > Self.reservingFrom { larger = max(larger, reserved) }
    let moved = unsafe Self.memory(larger)
    unsafe moved.copyMemory(from: base, byteCount: count)
    unsafe free(base)
    unsafe base = moved
    capacity = larger
  }

  /// Gives out bytes for which there is room; they hold anything.
  @inline(__always)
  mutating func allocate(_ size: Int) -> Int {
    precondition(count + size <= capacity)
    defer { count += size }
    return count
  }

  /// Gives out all bytes there is room for, set to zero.
  mutating func allocateZeros() {
    unsafe base.initializeMemory(as: UInt8.self, repeating: 0, count: capacity)
    count = capacity
  }

  /// Takes everything back and keeps the memory.
  mutating func removeAll() { count = 0 }
}
