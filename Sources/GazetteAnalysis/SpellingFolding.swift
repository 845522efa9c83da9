/// Brings the British endings -ise and -isation to -ize and -ization, which the stemmer knows.
///
/// Only where the letters before make it the ending that has two spellings: `organise`, not `exercise`, `enterprise`,
/// `revise` or `precise`. A word that is changed without need (`promise`) is changed in all its forms alike.
enum SpellingFolding {
  private static let endings: [StaticString] = [
    "ise", "ised", "ises", "iser", "isers", "ising", "isingly", "isation", "isations",
    "isational", "isationally",
  ]

  /// Changes the ending of a folded word, which begins at index 0, where it has a second spelling.
  static func fold<Word: RandomAccessCollection & MutableCollection>(
    _ word: inout Word
  ) where Word.Element == UInt8, Word.Index == Int {
    // From the last "is": in "organisations" it is the one that counts.
    guard let place = place(of: word), isTwofold(word, at: place) else { return }
    word[place + 1] = UInt8(ascii: "z")
  }

  /// Where one of the endings begins; at least three letters stand before it.
  private static func place<Word: RandomAccessCollection>(
    of word: Word
  ) -> Int? where Word.Element == UInt8, Word.Index == Int {
    for ending in endings where word.count >= ending.utf8CodeUnitCount + 3 {
      let place = word.count - ending.utf8CodeUnitCount
      let isFound = unsafe UnsafeBufferPointer(
        start: ending.utf8Start, count: ending.utf8CodeUnitCount
      ).elementsEqual(word[place...])
      if isFound { return place }
    }
    return nil
  }

  private static func isTwofold<Word: RandomAccessCollection>(
    _ word: Word, at place: Int
  ) -> Bool where Word.Element == UInt8, Word.Index == Int {
    let before = word[place - 2]
    switch word[place - 1] {
    case UInt8(ascii: "l"), UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "d"),
      UInt8(ascii: "g"), UInt8(ascii: "s"), UInt8(ascii: "m"):
      return true
    case UInt8(ascii: "r"): return before != UInt8(ascii: "p")
    case UInt8(ascii: "c"), UInt8(ascii: "v"): return before == UInt8(ascii: "i")
    default: return false
    }
  }
}
