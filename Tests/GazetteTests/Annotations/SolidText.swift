/// A text without white space, with the places of its bytes in the text as it was.
struct SolidText {
  private(set) var bytes: [UInt8] = []
  /// For each byte of the text, and its end, how many solid bytes stand before it.
  private(set) var places: [Int] = []

  init(_ text: String) {
    for scalar in text.unicodeScalars {
      let utf8 = UTF8.encode(scalar).map { Array($0) } ?? []
      let isSpace = scalar.properties.isWhitespace
      for byte in utf8 {
        places.append(bytes.count)
        if !isSpace { bytes.append(byte) }
      }
    }
    places.append(bytes.count)
  }

  /// The solid range of a range of the text.
  func solid(_ range: Range<Int>) -> Range<Int> {
    places[range.lowerBound]..<places[range.upperBound]
  }

  /// The first place at or behind a start at which words stand, white space aside.
  func range(of words: String, from start: Int = 0) -> Range<Int>? {
    let wanted = SolidText(words).bytes
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
    var place = start
    while place + wanted.count <= bytes.count {
      if bytes[place] == wanted[0], bytes[place..<place + wanted.count].elementsEqual(wanted) {
        return place..<place + wanted.count
      }
      place += 1
    }
    return nil
  }
}
