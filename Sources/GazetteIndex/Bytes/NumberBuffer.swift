/// A growing buffer of 32-bit numbers for inner loops: no bounds checks, no copies on write.
@safe final class NumberBuffer {
  /// The numbers.
  private(set) var base: UnsafeMutablePointer<UInt32>
  /// How many numbers there is room for.
  private(set) var capacity: Int
  /// How many numbers are in use; may be lowered.
  var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 1)
    unsafe base = .allocate(capacity: self.capacity)
    unsafe base.initialize(repeating: 0, count: self.capacity)
  }

  deinit { unsafe base.deallocate() }

  /// Makes room for further numbers.
  @inline(__always)
  func reserve(_ additional: Int) {
    if count + additional > capacity { grow(count + additional) }
  }

  private func grow(_ needed: Int) {
    let larger = max(needed, capacity * 2)
    let moved = UnsafeMutablePointer<UInt32>.allocate(capacity: larger)
    unsafe moved.initialize(repeating: 0, count: larger)
    unsafe moved.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = moved
    capacity = larger
  }

  /// Appends a number.
  @inline(__always)
  func append(_ number: UInt32) {
    reserve(1)
    unsafe base[count] = number
    count += 1
  }
}
