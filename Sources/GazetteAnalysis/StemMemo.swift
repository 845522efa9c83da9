/// The stems of the words met so far: an open-addressing table over the words' bytes.
///
/// A stem is mostly the beginning of its word and then kept as a length; another is kept as bytes. The memo forgets
/// everything when it holds more words than `capacity`, so its memory is bounded.
final class StemMemo {
  /// What is known of a word.
  struct Entry {
    var hash: UInt32
    /// The word's place in `bytes`, and its length.
    var word: UInt32
    var wordLength: UInt8
    /// The stem's length, and its place in `bytes` unless it begins the word.
    var stemLength: UInt8
    var isPrefix: Bool
    var stem: UInt32
  }

  /// Words over this length are no English and are not looked up.
  static let wordLimit = 64
  private static let capacity = 1 << 17

  private var slots = [UInt32](repeating: 0, count: 1 << 10)
  private var entries: [Entry] = []
  private(set) var bytes: [UInt8] = []
  private var stemmer = EnglishStemmer()

  /// The entry of a word of at most `wordLimit` bytes; learned when it is new.
  @inline(__always)
  func entry(of word: UnsafeBufferPointer<UInt8>) -> Entry {
    let hash = unsafe Self.hash(word)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, Int(entry.wordLength) == word.count, unsafe holds(entry, word) {
        return entry
      }
      slot = (slot + 1) & mask
    }
    return unsafe learn(word, hash: hash, slot: slot)
  }

  @inline(__always)
  private func holds(_ entry: Entry, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let place = Int(entry.word)
    for index in 0..<word.count where unsafe bytes[place + index] != word[index] { return false }
    return true
  }

  private func learn(
    _ word: UnsafeBufferPointer<UInt8>, hash: UInt32, slot: Int
  ) -> Entry {
    var slot = slot
    if entries.count >= Self.capacity {
      forget()
      slot = Int(hash) & (slots.count - 1)
    }
    let stem = unsafe stemmer.stem(word)
    let place = bytes.count
    unsafe bytes.append(contentsOf: word)
    let isPrefix = unsafe stem.count <= word.count && stem.elementsEqual(word.prefix(stem.count))
    let stemPlace = bytes.count
    if !isPrefix { bytes.append(contentsOf: stem) }
    let entry = Entry(
      hash: hash, word: UInt32(place), wordLength: UInt8(word.count),
      stemLength: UInt8(stem.count), isPrefix: isPrefix, stem: UInt32(stemPlace))
    entries.append(entry)
    slots[slot] = UInt32(entries.count)
    if entries.count * 2 > slots.count { doubleSlots() }
    return entry
  }

  private func forget() {
    entries.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    slots = [UInt32](repeating: 0, count: 1 << 10)
  }

  private func doubleSlots() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// A multiplicative hash over eight bytes at a time.
  @inline(__always)
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var state = UInt64(word.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 <= word.count {
      let part = unsafe UnsafeRawBufferPointer(word).loadUnaligned(
        fromByteOffset: index, as: UInt64.self)
      state = (state ^ part) &* 0xFF51_AFD7_ED55_8CCD
      state ^= state >> 32
      index += 8
    }
    var rest: UInt64 = 0
    while index < word.count {
      rest = rest << 8 | UInt64(unsafe word[index])
      index += 1
    }
    state = (state ^ rest) &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: state ^ state >> 29)
  }
}
