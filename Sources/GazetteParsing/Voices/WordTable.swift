internal import GazetteDocument

/// A list of words that is looked for in text: the case of letters aside, and Latin words whole.
struct WordTable: Sendable {
  /// The words by their first byte, the longer ones first.
  private var words = [[[UInt8]]](repeating: [], count: 256)
  /// The same by their last byte.
  private var endings = [[[UInt8]]](repeating: [], count: 256)

  init(_ list: [Substring] = []) {
    for entry in list {
      let word = Array(entry.lowercased().utf8)
      guard let first = word.first, let last = word.last else { continue }
      words[Int(first)].append(word)
      endings[Int(last)].append(word)
    }
    for byte in 0..<256 {
      words[byte].sort { $0.count > $1.count }
      endings[byte].sort { $0.count > $1.count }
    }
  }

  /// The end of the longest word that begins at a place; `nil` when none does.
  func match(_ text: Span<UInt8>, at start: Int, end: Int) -> Int? {
    guard start < end else { return nil }
    for word in words[Int(WordTable.lower(text[start]))]
    where start + word.count <= end && isWord(word, text, at: start, from: start, to: end) {
      return start + word.count
    }
    return nil
  }

  /// Where the longest word that ends at a place begins; `nil` when none does.
  func suffix(_ text: Span<UInt8>, of range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
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
      if !words[Int(WordTable.lower(text[position]))].isEmpty,
        position == range.lowerBound || !text[position].isLetter || !text[position - 1].isLetter,
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
      if !endings[Int(WordTable.lower(text[end - 1]))].isEmpty,
        let start = suffix(text, of: range.lowerBound..<end),
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

  private static func lower(_ byte: UInt8) -> UInt8 { byte.isUppercase ? byte | 0x20 : byte }
}
