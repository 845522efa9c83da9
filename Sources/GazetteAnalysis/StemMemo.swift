/// The stems of the words met so far: an open-addressing table over the words' bytes.
///
/// A stem is mostly the beginning of its word and then kept as a length; another is kept as bytes. The memo forgets
/// everything when it holds more words than `capacity`, so its memory is bounded.
struct StemMemo {
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
  private static let firstSlotCount = 64

  private var slots = [UInt32](repeating: 0, count: Self.firstSlotCount)
  private var entries: [Entry] = []
  private(set) var bytes: [UInt8] = []
  private let stemmer = EnglishStemmer()

  /// The entry of the word that ends an array, of at most `wordLimit` bytes; learned when it is new.
  @inline(__always)
  mutating func entry(ofWordAt start: Int, in terms: [UInt8]) -> Entry {
    let hash = Self.hash(terms, from: start)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, holds(entry, wordAt: start, in: terms) { return entry }
      slot = (slot + 1) & mask
    }
    return learn(terms[start...], hash: hash, slot: slot)
  }

  @inline(__always)
  private func holds(_ entry: Entry, wordAt start: Int, in terms: [UInt8]) -> Bool {
    let length = terms.count - start
    guard Int(entry.wordLength) == length else { return false }
    let place = Int(entry.word)
    return unsafe bytes.withUnsafeBufferPointer { known in
      unsafe terms.withUnsafeBufferPointer { word in
        for index in 0..<length where unsafe known[place + index] != word[start + index] {
          return false
        }
        return true
      }
    }
  }

  private mutating func learn(_ word: ArraySlice<UInt8>, hash: UInt32, slot: Int) -> Entry {
    var slot = slot
    if entries.count >= Self.capacity {
      forget()
      slot = Int(hash) & (slots.count - 1)
    }
    let stem = stemmer.stem(word)
    let place = bytes.count
    bytes.append(contentsOf: word)
    let isPrefix = word.starts(with: stem)
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

  private mutating func forget() {
    entries.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    slots = [UInt32](repeating: 0, count: Self.firstSlotCount)
  }

  private mutating func doubleSlots() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// A multiplicative hash over eight bytes at a time.
  @inline(__always)
  private static func hash(_ terms: [UInt8], from start: Int) -> UInt32 {
    unsafe terms.withUnsafeBytes { all in
      var state = UInt64(all.count - start) &* 0x9E37_79B9_7F4A_7C15
      var index = start
      while index + 8 <= all.count {
        let part = unsafe all.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        state = (state ^ part) &* 0xFF51_AFD7_ED55_8CCD
        state ^= state >> 32
        index += 8
      }
      var rest: UInt64 = 0
      while index < all.count {
        rest = unsafe rest << 8 | UInt64(all[index])
        index += 1
      }
      state = (state ^ rest) &* 0xC4CE_B9FE_1A85_EC53
      return UInt32(truncatingIfNeeded: state ^ state >> 29)
    }
  }
}
