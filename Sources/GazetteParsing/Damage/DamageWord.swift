internal import GazetteDocument

/// A word of letters and hyphens, with a number that is another one for nearly every other word.
struct DamageWord: Sendable {
  let range: Range<Int>
  let hash: UInt32

  /// The words of a range.
  static func words(of text: Span<UInt8>, in range: Range<Int>) -> [DamageWord] {
    var words: [DamageWord] = []
    words.reserveCapacity(range.count / 5)
    var place = range.lowerBound
    while place < range.upperBound {
      guard text[place].isLetter else {
        place += 1
        continue
      }
      let start = place
      var hash: UInt32 = 0x811C_9DC5
      while place < range.upperBound, text[place].isLetter || text[place] == 0x2D {
        hash = (hash ^ UInt32(text[place])) &* 0x0100_0193
        place += 1
      }
      words.append(DamageWord(range: start..<place, hash: hash))
    }
    return words
  }
}
