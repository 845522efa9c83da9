internal import GazetteDocument

/// A list of words that is looked for in text: the case of letters aside, and Latin words whole.
struct WordTable: Sendable {
  /// The words by their first byte, the longer ones first.
  private var words = [[[UInt8]]](repeating: [], count: 256)
  /// The same by their last byte.
  private var endings = [[[UInt8]]](repeating: [], count: 256)
  /// How many bytes every word has, three at most, and a bit for what these bytes are at its start and at its end: nearly
  /// all places are told by them that hold no word.
  private var shortest = 3
  private var heads: UInt64 = 0
  private var tails: UInt64 = 0

  init(_ list: [Substring] = []) {
    for entry in list {
      let word = Array(entry.lowercased().utf8)
      guard let first = word.first, let last = word.last else { continue }
      words[Int(first)].append(word)
      endings[Int(last)].append(word)
      shortest = min(shortest, word.count)
    }
    for word in words.joined() {
      heads |= 1 << bit(word.span, at: 0)
      tails |= 1 << bit(word.span, at: word.count - shortest)
    }
    for byte in 0..<256 {
      words[byte].sort { $0.count > $1.count }
      endings[byte].sort { $0.count > $1.count }
    }
  }

  /// The end of the longest word that begins at a place; `nil` when none does.
  func match(_ text: Span<UInt8>, at start: Int, end: Int) -> Int? {
    guard start + shortest <= end, heads &>> bit(text, at: start) & 1 == 1 else { return nil }
    for word in words[Int(WordTable.lower(text[start]))]
    where start + word.count <= end && isWord(word, text, at: start, from: start, to: end) {
      return start + word.count
    }
    return nil
  }

  /// Where the longest word that ends at a place begins; `nil` when none does.
  func suffix(_ text: Span<UInt8>, of range: Range<Int>) -> Int? {
    guard range.count >= shortest,
      tails &>> bit(text, at: range.upperBound - shortest) & 1 == 1
    else { return nil }
    for word in endings[Int(WordTable.lower(text[range.upperBound - 1]))] {
      let start = range.upperBound - word.count
      if start >= range.lowerBound,
        isWord(word, text, at: start, from: range.lowerBound, to: range.upperBound)
      {
        return start
      }
    }
    return nil
  }

  /// The first word in a range.
  func first(_ text: Span<UInt8>, in range: Range<Int>) -> Range<Int>? {
    var position = range.lowerBound
    while position < range.upperBound {
      if position == range.lowerBound || !text[position].isLetter || !text[position - 1].isLetter,
        let end = match(text, at: position, end: range.upperBound)
      {
        return position..<end
      }
      position += 1
    }
    return nil
  }

  /// The last word in a range.
  func last(_ text: Span<UInt8>, in range: Range<Int>) -> Range<Int>? {
    var end = range.upperBound
    while end > range.lowerBound {
      if let start = suffix(text, of: range.lowerBound..<end),
        end == range.upperBound || !text[end].isLetter || !text[end - 1].isLetter
      {
        return start..<end
      }
      end -= 1
    }
    return nil
  }

  private func isWord(
    _ word: [UInt8], _ text: Span<UInt8>, at start: Int, from first: Int, to end: Int
  ) -> Bool {
    for index in word.indices where WordTable.lower(text[start + index]) != word[index] {
      return false
    }
    let after = start + word.count
    if word[0].isLetter, start > first, text[start - 1].isLetter { return false }
    return !(word[word.count - 1].isLetter && after < end && text[after].isLetter)
  }

  /// A number below 64 for the bytes at a place, as many as every word has.
  @inline(__always)
  private func bit(_ text: Span<UInt8>, at place: Int) -> UInt64 {
    var bytes: UInt32 = 0
    for index in place..<place + shortest {
      bytes = bytes << 8 | UInt32(WordTable.lower(text[index]))
    }
    return UInt64((bytes &* 0x9E37_79B1) &>> 26)
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte.isUppercase ? byte | 0x20 : byte }
}
