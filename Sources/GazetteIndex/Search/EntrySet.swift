/// A window of entries as a set of bits, for counting.
@safe final class EntrySet {
  /// How many entries a window has; a multiple of 64.
  static let windowSize = 1 << 18

  /// The first entry of the window.
  private(set) var first: UInt32 = 0
  /// The last entry of the window.
  private(set) var last: UInt32 = 0
  private var wordCount = 0
  /// How many entries there is room for.
  let capacity: Int
  private let words: UnsafeMutablePointer<UInt64>

  /// Creates a set for the windows of a segment.
  init(entryCount: Int) {
    // One word more: a block's words are moved into place two at a time.
    let size = (min(entryCount, Self.windowSize) + 63) / 64 + 1
    capacity = size * 64 - 64
    unsafe words = .allocate(capacity: size)
    unsafe words.initialize(repeating: 0, count: size)
  }

  deinit { unsafe words.deallocate() }

  /// Begins a window with an empty set.
  func begin(_ window: ClosedRange<UInt32>) {
    first = window.lowerBound
    last = window.upperBound
    wordCount = (Int(last - first) + 64) / 64
    unsafe words.update(repeating: 0, count: wordCount + 1)
  }

  /// Adds rising entries up to the end of the window.
  ///
  /// A word is put together in a register: neighbours mostly fall into the same one.
  func add(_ docIDs: UnsafePointer<UInt32>, _ count: Int) {
    var number = -1
    var word: UInt64 = 0
    for index in 0..<count {
      let docID = unsafe docIDs[index]
      guard docID <= last else { break }
      let offset = Int(docID &- first)
      if offset >> 6 != number {
        if number >= 0 { unsafe words[number] |= word }
        number = offset >> 6
        word = 0
      }
      word |= 1 &<< UInt64(offset & 63)
    }
    if number >= 0 { unsafe words[number] |= word }
  }

  /// Adds a block that lies within the window.
  func add(_ set: BlockBitSet) { unsafe add(set.words, set.wordCount, base: set.base) }

  /// Adds bits, the first of which stands for an entry of the window; those beyond its end are left out.
  @inline(__always)
  func add(_ source: UnsafeRawPointer, _ wordCount: Int, base: UInt32) {
    let offset = Int(base &- first)
    let shift = UInt64(offset & 63)
    let target = unsafe words + (offset >> 6)
    let count = min(wordCount, self.wordCount - offset >> 6)
    var carry: UInt64 = 0
    for number in 0..<max(0, count) {
      let word = unsafe UInt64(
        littleEndian: source.loadUnaligned(fromByteOffset: number &* 8, as: UInt64.self))
      unsafe target[number] |= word &<< shift | carry
      carry = shift == 0 ? 0 : word &>> (64 - shift)
    }
    if count > 0 { unsafe target[count] |= carry }
  }

  /// Keeps what is in another set of the same window too.
  func formIntersection(_ other: EntrySet) {
    for number in 0..<wordCount { unsafe words[number] &= other.words[number] }
  }

  /// Drops what is in another set of the same window too.
  func subtract(_ other: EntrySet) {
    for number in 0..<wordCount { unsafe words[number] &= ~other.words[number] }
  }

  /// Drops what is deleted; the window begins at a multiple of 64.
  func subtract(_ live: LiveDocuments) {
    let start = Int(first) >> 6
    for number in 0..<min(wordCount, live.entries.count - start) {
      unsafe words[number] &= ~live.entries[start + number]
    }
  }

  /// Keeps the entries that a test lets pass; it is asked by rising entry.
  @inline(__always)
  func keep(_ passes: (UInt32) -> Bool) {
    for number in 0..<wordCount {
      var rest = unsafe words[number]
      var kept = rest
      while rest != 0 {
        let bit = rest & (0 &- rest)
        let docID = first &+ UInt32(truncatingIfNeeded: number << 6 + rest.trailingZeroBitCount)
        if !passes(docID) { kept ^= bit }
        rest ^= bit
      }
      unsafe words[number] = kept
    }
  }

  /// Hands out the entries by rising number, as many at a time as a batch holds.
  @inline(__always)
  func forEachBatch(_ batch: CandidateBatch, _ body: (CandidateBatch) -> Void) {
    batch.clear()
    for number in 0..<wordCount {
      var rest = unsafe words[number]
      while rest != 0 {
        let docID = first &+ UInt32(truncatingIfNeeded: number << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
        batch.append(docID)
        if batch.isFull {
          body(batch)
          batch.clear()
        }
      }
    }
    if batch.count > 0 { body(batch) }
  }

  /// How many entries there are.
  var count: Int {
    var count = 0
    for number in 0..<wordCount { unsafe count += words[number].nonzeroBitCount }
    return count
  }

  /// How many entries there are, without those that are deleted.
  func count(live: LiveDocuments) -> Int {
    var count = 0
    if live.deletedEntryCount == 0 {
      for number in 0..<wordCount { unsafe count += words[number].nonzeroBitCount }
      return count
    }
    let start = Int(first) >> 6
    for number in 0..<wordCount {
      unsafe count += (words[number] & ~live.entries[start + number]).nonzeroBitCount
    }
    return count
  }
}
