/// A block of 128 postings as a set of bits: bit *i* stands for the entry *i* after a base.
///
/// In a damaged file there may be fewer or more.
@safe struct BlockBitSet {
  /// The entry that the first bit stands for.
  let base: UInt32
  /// The last entry.
  let last: UInt32
  /// How many words there are.
  let wordCount: Int
  /// The words.
  let words: UnsafeRawPointer

  /// Takes up a set of bits; `nil` when its last entry is not the one that is told, or there is none.
  ///
  /// How many entries there are is not counted here: most blocks are only skipped into.
  init?(_ view: ByteView, base: UInt32, last: UInt32?) {
    self.base = base
    let count = view.count / 8
    wordCount = count
    unsafe words = UnsafeRawPointer(view.base)
    var number = count - 1
    while number >= 0, unsafe Self.word(number, of: words) == 0 { number -= 1 }
    guard number >= 0 else { return nil }
    let highest = unsafe number * 64 + 63 - Self.word(number, of: words).leadingZeroBitCount
    let (found, overflows) = base.addingReportingOverflow(UInt32(highest))
    guard !overflows, found == last ?? found else { return nil }
    self.last = found
  }

  /// Takes up a block without a look at its last entry; `nil` when it is no set of bits.
  @inline(__always)
  init?(block: ByteView, base: UInt32, last: UInt32) {
    guard block.count > 0 else { return nil }
    let count = Int(block[0]) - PostingFormat.bitSetMark
    guard count > 0, count * 8 < block.count else { return nil }
    self.base = base
    self.last = last
    wordCount = count
    unsafe words = UnsafeRawPointer(block.base + 1)
  }

  @inline(__always)
  private static func word(_ number: Int, of words: UnsafeRawPointer) -> UInt64 {
    unsafe UInt64(
      littleEndian: words.loadUnaligned(fromByteOffset: number &* 8, as: UInt64.self))
  }

  /// A word of the set, the lowest bit first.
  @inline(__always)
  func word(_ number: Int) -> UInt64 { unsafe Self.word(number, of: words) }

  /// Whether an entry, which is not before the base, is in the set.
  @inline(__always)
  func contains(_ docID: UInt32) -> Bool {
    let offset = docID &- base
    let number = Int(offset >> 6)
    return number < wordCount && word(number) &>> UInt64(offset & 63) & 1 != 0
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

  /// Writes 128 entries; false when there are fewer, for which the last is written again, or more.
  func write(to docIDs: UnsafeMutablePointer<UInt32>) -> Bool {
    var place = 0
    for number in 0..<wordCount {
      var bits = word(number)
      let first = base &+ UInt32(truncatingIfNeeded: number << 6)
      while bits != 0 {
        guard place < PostingFormat.blockSize else { return false }
        unsafe docIDs[place] = first &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
        bits &= bits - 1
        place += 1
      }
    }
    guard place < PostingFormat.blockSize else { return true }
    for rest in place..<PostingFormat.blockSize { unsafe docIDs[rest] = last }
    return false
  }
}
