/// A window of entries as a set of bits, for counting.
@safe final class EntrySet {
  /// How many entries a window has; a multiple of 64.
  static let windowSize = 1 << 18

  /// The first entry of the window.
  private(set) var first: UInt32 = 0
  /// The last entry of the window.
  private(set) var last: UInt32 = 0
  private var wordCount = 0
  private let words: UnsafeMutablePointer<UInt64>

  /// Creates a set for the windows of a segment.
  init(entryCount: Int) {
    // One word more: a block's words are moved into place two at a time.
    let size = (min(entryCount, Self.windowSize) + 63) / 64 + 1
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

  /// Adds the postings that lie in the window.
  func add(_ cursor: PostingCursor) {
    cursor.advance(to: first)
    while cursor.docID <= last, cursor.docID != PostingCursor.end {
      if let set = cursor.bitSet, set.base >= first, set.last <= last {
        add(set)
      } else {
        let docIDs = unsafe cursor.blockDocIDs
        for index in cursor.blockIndex..<cursor.blockLength {
          let docID = unsafe docIDs[index]
          guard docID <= last else { return }
          let offset = Int(docID &- first)
          unsafe words[offset >> 6] |= 1 << UInt64(offset & 63)
        }
      }
      cursor.open(cursor.block + 1)
    }
  }

  @inline(__always)
  private func add(_ set: BlockBitSet) {
    let offset = Int(set.base &- first)
    let shift = UInt64(offset & 63)
    let target = unsafe words + (offset >> 6)
    let count = min(set.wordCount, wordCount - offset >> 6)
    guard shift > 0 else {
      for number in 0..<count { unsafe target[number] |= set.word(number) }
      return
    }
    for number in 0..<count {
      let word = set.word(number)
      unsafe target[number] |= word &<< shift
      unsafe target[number + 1] |= word &>> (64 - shift)
    }
  }

  /// Keeps what is in another set of the same window too.
  func formIntersection(_ other: EntrySet) {
    for number in 0..<wordCount { unsafe words[number] &= other.words[number] }
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
