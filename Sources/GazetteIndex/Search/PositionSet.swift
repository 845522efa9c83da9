/// Starting positions of a phrase in one entry, as a set of bits: how often all of its terms stand at their offsets.
@safe struct PositionSet: ~Copyable {
  /// Positions from here on do not fit.
  static let limit = 8192
  private static let wordCount = limit / 64

  private let starts: UnsafeMutablePointer<UInt64>
  private let others: UnsafeMutablePointer<UInt64>
  /// How many words of `starts` are in use.
  private var used = 0

  init() {
    unsafe starts = .allocate(capacity: Self.wordCount)
    unsafe starts.initialize(repeating: 0, count: Self.wordCount)
    unsafe others = .allocate(capacity: Self.wordCount)
    unsafe others.initialize(repeating: 0, count: Self.wordCount)
  }

  deinit {
    unsafe starts.deallocate()
    unsafe others.deallocate()
  }

  /// Takes the positions of the first term, moved by a distance; false when one does not fit.
  @inline(__always)
  mutating func begin(_ deltas: UnsafeBufferPointer<UInt32>, movedBy distance: UInt32) -> Bool {
    unsafe starts.update(repeating: 0, count: used)
    used = unsafe Self.set(deltas, distance, in: starts)
    if used <= Self.wordCount { return true }
    unsafe starts.update(repeating: 0, count: Self.wordCount)
    used = 0
    return false
  }

  /// Keeps the positions at which another term stands too, moved by a distance; how many those are, `nil` when one does
  /// not fit.
  @inline(__always)
  mutating func keep(
    _ deltas: UnsafeBufferPointer<UInt32>, movedBy distance: UInt32
  ) -> Int? {
    let other = unsafe Self.set(deltas, distance, in: others)
    guard other <= Self.wordCount else {
      unsafe others.update(repeating: 0, count: Self.wordCount)
      return nil
    }
    var count = 0
    for number in 0..<used {
      let word = unsafe starts[number] & others[number]
      unsafe starts[number] = word
      count += word.nonzeroBitCount
    }
    unsafe others.update(repeating: 0, count: other)
    return count
  }

  /// Sets the bits of positions; the words in use, more than there are when a position does not fit.
  @inline(__always)
  private static func set(
    _ deltas: UnsafeBufferPointer<UInt32>, _ distance: UInt32,
    in words: UnsafeMutablePointer<UInt64>
  ) -> Int {
    var position = distance
    var all: UInt32 = 0
    for index in 0..<deltas.count {
      position &+= unsafe deltas[index]
      all |= position
      unsafe words[Int(position >> 6) & (wordCount - 1)] |= 1 &<< UInt64(position & 63)
    }
    // Positions rise, so that the last word in use is that of the last position.
    return all < UInt32(limit) ? Int(position >> 6) + 1 : wordCount + 1
  }
}
