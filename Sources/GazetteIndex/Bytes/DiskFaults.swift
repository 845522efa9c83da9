#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Faults of a disk that a test asks for: short writes, interrupted calls, no room, syncs that fail.
package struct DiskFaults: Sendable {
  /// Every so many calls takes half of the bytes only; 0 for none.
  var shortWrites = 0
  /// Every so many calls is interrupted by a signal before it does anything; 0 for none.
  var interruptions = 0
  /// How many bytes still have room; `nil` for no limit.
  var room: Int?
  /// Which sync fails, counted from 0; `nil` for none.
  var failingSync: Int?
  private var calls = 0
  private var syncs = 0

  /// Creates faults; none of themselves.
  package init(
    shortWrites: Int = 0, interruptions: Int = 0, room: Int? = nil, failingSync: Int? = nil
  ) {
    self.shortWrites = shortWrites
    self.interruptions = interruptions
    self.room = room
    self.failingSync = failingSync
  }

  private mutating func interrupts() -> Bool {
    calls += 1
    return interruptions > 0 && calls % interruptions == 0
  }

  /// The error of the next call that writes, `nil` for none; the call may get fewer bytes to write.
  mutating func nextWrite(_ count: inout Int) -> Int32? {
    if interrupts() { return EINTR }
    if shortWrites > 0, calls % shortWrites == 0 { count = max(1, count / 2) }
    if let room {
      // A disk takes what still has room, and refuses the next call.
      if room == 0 { return ENOSPC }
      count = min(count, room)
      self.room = room - count
    }
    return nil
  }

  /// The error of the next sync in place of what the system says; `nil` for none.
  mutating func nextSync() -> Int32? {
    if interrupts() { return EINTR }
    defer { syncs += 1 }
    return syncs == failingSync ? EIO : nil
  }
}
