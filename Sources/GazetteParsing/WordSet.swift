internal import GazetteDocument

/// Whole words that text is compared with, the case of ASCII letters aside: no look-up makes a string.
struct WordSet: Sendable {
  /// The words in lower case, one after the other, and where each lies.
  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>] = []
  /// For each value of the hash the place of a word, by open addressing; -1 where there is none.
  private var slots: [Int32] = []
  private var longest = 0

  /// Creates a set; costs a look at each byte.
  init(_ words: [String]) {
    for word in words { insert(Array(word.utf8)) }
  }

  /// The words in lower case.
  var words: [ArraySlice<UInt8>] { ranges.map { bytes[$0] } }

  /// Adds a word.
  mutating func insert(_ word: [UInt8]) {
    guard !word.isEmpty, !contains(word.span, word.indices) else { return }
    let start = bytes.count
    bytes += word.map(WordSet.lower)
    ranges.append(start..<bytes.count)
    longest = max(longest, word.count)
    if ranges.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: max(8, slots.count * 2))
      for index in ranges.indices { place(index) }
    } else {
      place(ranges.count - 1)
    }
  }

  private mutating func place(_ index: Int) {
    var slot = WordSet.hash(bytes.span, ranges[index]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: index)
  }

  /// Whether a range of a text is one of the words; costs a look at each byte of it, and none when it is too long.
  func contains(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= longest else { return false }
    var slot = WordSet.hash(text, range) & (slots.count - 1)
    while slots[slot] >= 0 {
      let word = ranges[Int(slots[slot])]
      if word.count == range.count, isSame(word, text, range.lowerBound) { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  private func isSame(_ word: Range<Int>, _ text: Span<UInt8>, _ start: Int) -> Bool {
    for index in 0..<word.count
    where bytes[word.lowerBound + index] != WordSet.lower(text[start + index]) {
      return false
    }
    return true
  }

  /// FNV-1a, folded: the words are few.
  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for index in range { hash = (hash ^ UInt32(lower(text[index]))) &* 0x0100_0193 }
    return Int(hash ^ hash >> 15)
  }

  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 { byte.isUppercase ? byte | 0x20 : byte }
}
