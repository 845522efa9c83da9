import GazetteDocument

/// The scalars of a passage with their places: what the scans for formulas walk over.
struct PassageScalars {
  private(set) var values: [UInt32] = []
  /// For each scalar, and for the end, its first byte in the source text.
  private(set) var offsets: [Int] = []

  /// Decodes a passage of valid UTF-8, in place of what was decoded before.
  mutating func decode(_ utf8: [UInt8], _ range: Range<Int>) {
    values.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    var at = range.lowerBound
    while at < range.upperBound {
      offsets.append(at)
      let byte = UInt32(utf8[at])
      func next(_ place: Int) -> UInt32 {
        at + place < range.upperBound ? UInt32(utf8[at + place] & 0x3F) : 0
      }
      switch byte {
      case 0..<0x80:
        values.append(byte)
        at += 1
      case 0xE0..<0xF0:
        values.append((byte & 0x0F) << 12 | next(1) << 6 | next(2))
        at += 3
      case 0xF0...:
        values.append((byte & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3))
        at += 4
      default:
        values.append((byte & 0x1F) << 6 | next(1))
        at += 2
      }
    }
    offsets.append(range.upperBound)
  }

  var count: Int { values.count }

  /// The scalar at a place; 0 before the first and after the last.
  subscript(_ place: Int) -> UInt32 { values.indices.contains(place) ? values[place] : 0 }

  /// The bytes of the source text that a range of scalars takes.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  func string(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    for value in values[range.clamped(to: 0..<count)] {
      Unicode.Scalar(value).map { text.append($0) }
    }
    return String(text)
  }

  func isHan(_ place: Int) -> Bool {
    let value = self[place]
    return value >= 0x4E00 && value <= 0x9FFF || value >= 0x3400 && value <= 0x4DBF
      || value == 0x3007 || value >= 0x20000 && value <= 0x323AF
  }

  /// A letter of ASCII, or a mark within English words.
  func isLetter(_ place: Int) -> Bool { (self[place] | 0x20) &- 0x61 < 26 }

  func isDigit(_ place: Int) -> Bool { self[place] &- 0x30 < 10 }

  /// Whether some scalars stand at a place; ASCII letters in either case.
  func has(_ words: [UInt32], at place: Int) -> Bool {
    guard place >= 0, place + words.count <= count else { return false }
    return words.indices.allSatisfy { index in
      let (own, wanted) = (values[place + index], words[index])
      return own == wanted || own &- 0x41 < 26 && own | 0x20 == wanted
    }
  }

  static let openers: Set<UInt32> = [0x201C, 0x300C, 0x300E, 0x22, 0x2018]
  static let closers: Set<UInt32> = [0x201D, 0x300D, 0x300F, 0x22, 0x2019]

  /// The place after the mark that closes a quotation, for one that opens at a place and has at most some scalars within.
  func quotation(openingAt place: Int, limit: Int) -> Range<Int>? {
    let pairs: [UInt32: UInt32] = [
      0x201C: 0x201D, 0x300C: 0x300D, 0x300E: 0x300F, 0x22: 0x22, 0x2018: 0x2019,
    ]
    guard let closing = pairs[self[place]] else { return nil }
    var end = place + 1
    while end < count, end - place - 1 <= limit {
      if values[end] == closing { return end > place + 1 ? place + 1..<end : nil }
      if Self.openers.contains(values[end]) { return nil }
      end += 1
    }
    return nil
  }
}
