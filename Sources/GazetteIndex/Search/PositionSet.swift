/// Starting positions of a phrase in one entry, as a set of bits: how often all of its terms stand at their offsets.
@safe final class PositionSet {
  /// Positions from here on do not fit.
  static let limit = 8192
  private static let wordCount = limit / 64

  private var starts: UnsafeMutablePointer<UInt64>
  /// All zero.
  private var others: UnsafeMutablePointer<UInt64>
  /// How many words of `starts` are in use; those behind are zero.
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
  func begin(_ deltas: UnsafeBufferPointer<UInt32>, movedBy distance: UInt32) -> Bool {
    let words = unsafe starts
    unsafe Self.clear(words, used)
    var position = distance
    var all: UInt32 = 0
    for index in 0..<deltas.count {
      position &+= unsafe deltas[index]
      all |= position
      unsafe words[Self.word(position)] |= 1 &<< UInt64(position & 63)
    }
    // Positions rise, so that the last word in use is that of the last position.
    used = Self.word(position) + 1
    guard all >= UInt32(Self.limit) else { return true }
    unsafe Self.clear(words, Self.wordCount)
    used = 0
    return false
  }

  /// Keeps the positions at which another term stands too, moved by a distance; how many those are, `nil` when one does
  /// not fit.
  @inline(__always)
  func keep(_ deltas: UnsafeBufferPointer<UInt32>, movedBy distance: UInt32) -> Int? {
    let words = unsafe starts
    let kept = unsafe others
    var position = distance
    var all: UInt32 = 0
    var count: UInt64 = 0
    for index in 0..<deltas.count {
      position &+= unsafe deltas[index]
      all |= position
      let word = Self.word(position)
      let bit = unsafe words[word] &>> UInt64(position & 63) & 1
      unsafe kept[word] |= bit &<< UInt64(position & 63)
      count &+= bit
    }
    guard all < UInt32(Self.limit) else {
      unsafe Self.clear(kept, Self.wordCount)
      return nil
    }
    unsafe Self.clear(words, used)
    unsafe (starts, others) = (kept, words)
    return Int(count)
  }

  /// At how many of the positions a last term stands too, moved by a distance; `nil` when one does not fit.
  @inline(__always)
  func count(_ deltas: UnsafeBufferPointer<UInt32>, movedBy distance: UInt32) -> Int? {
    let words = unsafe starts
    var position = distance
    var all: UInt32 = 0
    var count: UInt64 = 0
    for index in 0..<deltas.count {
      position &+= unsafe deltas[index]
      all |= position
      count &+= unsafe words[Self.word(position)] &>> UInt64(position & 63) & 1
    }
    return all < UInt32(Self.limit) ? Int(count) : nil
  }

  @inline(__always)
  private static func word(_ position: UInt32) -> Int { Int(position >> 6) & (wordCount - 1) }

  /// Few words are mostly in use: a call costs more than a loop.
  @inline(__always)
  private static func clear(_ words: UnsafeMutablePointer<UInt64>, _ count: Int) {
    var number = 0
    while number < count {
      unsafe words[number] = 0
      number += 1
    }
  }
}
