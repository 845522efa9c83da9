internal import GazetteDocument

/// Counts what tells the language of a text: Latin letters, Han, and characters of only one of the two Chinese scripts.
struct LanguageTally {
  private var latin = 0
  private var han = 0
  private var simplified = 0
  private var traditional = 0

  /// No more than this of a passage is looked at: 160 Han tell the language as well as five thousand.
  private static let sample = 480

  /// Counts the scalars at the start of a range.
  mutating func take(_ text: Span<UInt8>, in range: Range<Int>, scripts: Span<UInt8>) {
    let end = min(range.upperBound, range.lowerBound + LanguageTally.sample)
    var position = range.lowerBound
    while position < end {
      // A look ends with the first scalar that reaches its bound, and the next one is measured from the start.
      let looks = (position - range.lowerBound) / 96 + 1
      let stop = min(end, range.lowerBound + looks * 96)
      position = count(text, from: position, to: stop, end: range.upperBound, scripts: scripts)
      if position < end, isDecided { return }
    }
  }

  /// Counts up to the first scalar at or behind `stop`, and returns its place.
  private mutating func count(
    _ text: Span<UInt8>, from start: Int, to stop: Int, end: Int, scripts: Span<UInt8>
  ) -> Int {
    var position = start
    var latin = 0
    /// Han in the lowest 16 bits, above them those of Simplified text only, above those of Traditional text only.
    var signs: UInt64 = 0
    // The last scalar of a text is read byte by byte: a look takes one byte more than it has.
    let last = min(stop, text.count - 3)
    let raw = unsafe text.bytes
    while position < stop {
      // Han and the signs between them go one way, for they take turns too often to be told apart by a branch.
      while position < last {
        let word = UInt32(
          littleEndian: unsafe raw.unsafeLoadUnaligned(
            fromUncheckedByteOffset: position, as: UInt32.self))
        guard word & 0xF0 == 0xE0 else { break }
        let place = Int(word & 0x0F) << 12 | Int(word >> 8 & 0x3F) << 6 | Int(word >> 16 & 0x3F)
        signs &+= LanguageTally.spread(scripts[place])
        position &+= 3
      }
      guard position < stop else { break }
      let byte = text[position]
      if byte < 0x80 {
        latin &+= byte.isLetter ? 1 : 0
        position &+= 1
      } else if byte < 0xE0 {
        // Letters with accents.
        if byte >= 0xC3, byte <= 0xC9 { latin &+= 1 }
        position &+= byte >= 0xC0 ? 2 : 1
      } else {
        if byte < 0xF0, position &+ 3 <= end {
          signs &+= LanguageTally.spread(scripts[Int(text.scalar(at: position).value)])
        }
        position &+= byte >= 0xF0 ? 4 : 3
      }
    }
    self.latin += latin
    han += Int(signs & 0xFFFF)
    simplified += Int(signs >> 16 & 0xFFFF)
    traditional += Int(signs >> 32)
    return position
  }

  /// The three bits of a script as counts of 16 bits each.
  @inline(__always)
  private static func spread(_ script: UInt8) -> UInt64 {
    let bits = UInt64(script)
    return bits & 1 | (bits & 2) << 15 | (bits & 4) << 30
  }

  /// Whether more of the same text would hardly change the answer.
  private var isDecided: Bool {
    if han == 0 { return latin >= 150 }
    return han > latin && (simplified > traditional + 3 || traditional > simplified + 3)
  }

  /// Adds another count.
  mutating func add(_ other: LanguageTally) {
    latin += other.latin
    han += other.han
    simplified += other.simplified
    traditional += other.traditional
  }

  /// Whether the text is Chinese and nothing tells in which script.
  var isScriptOpen: Bool { isChinese && simplified == traditional }

  /// A Han character says as much as an English word of some five letters.
  private var isChinese: Bool { han > 0 && han * 4 >= latin }

  /// The language of what was counted.
  var language: Language {
    if isChinese { return traditional > simplified ? .traditionalChinese : .simplifiedChinese }
    return latin > 0 ? .english : .undetermined
  }
}
