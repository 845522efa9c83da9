/// A block of 128 postings as a set of bits: bit *i* stands for the entry *i* after a base.
@safe struct BlockBitSet {
  /// The entry that the first bit stands for.
  let base: UInt32
  /// The last entry.
  let last: UInt32
  /// How many words there are.
  let wordCount: Int
  /// The words.
  let words: UnsafeRawPointer

  /// Takes up a set of bits; `nil` unless it holds 128 entries.
  init?(_ view: ByteView, base: UInt32) {
    self.base = base
    wordCount = view.count / 8
    unsafe words = UnsafeRawPointer(view.base)
    var total = 0
    var highest = 0
    for number in 0..<wordCount {
      let word = unsafe UInt64(
        littleEndian: words.loadUnaligned(fromByteOffset: number &* 8, as: UInt64.self))
      total += word.nonzeroBitCount
      if word != 0 { highest = number * 64 + 63 - word.leadingZeroBitCount }
    }
    let (last, overflows) = base.addingReportingOverflow(UInt32(highest))
    guard total == PostingFormat.blockSize, !overflows else { return nil }
    self.last = last
  }

  /// A word of the set, the lowest bit first.
  @inline(__always)
  func word(_ number: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: words.loadUnaligned(fromByteOffset: number &* 8, as: UInt64.self))
  }

  /// The first entry at or after another, which is not after the last.
  @inline(__always)
  func first(from target: UInt32) -> UInt32 {
    let offset = target > base ? target - base : 0
    var number = Int(offset >> 6)
    guard number < wordCount else { return PostingCursor.end }
    var bits = word(number) & (~0 << UInt64(offset & 63))
    while bits == 0 {
      number += 1
      guard number < wordCount else { return PostingCursor.end }
      bits = word(number)
    }
    return base &+ UInt32(truncatingIfNeeded: number << 6 + bits.trailingZeroBitCount)
  }

  /// Writes the 128 entries.
  func write(to docIDs: UnsafeMutablePointer<UInt32>) {
    var place = 0
    for number in 0..<wordCount {
      var bits = word(number)
      let first = base &+ UInt32(truncatingIfNeeded: number << 6)
      while bits != 0 {
        unsafe docIDs[place] = first &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
        bits &= bits - 1
        place += 1
      }
    }
  }
}
