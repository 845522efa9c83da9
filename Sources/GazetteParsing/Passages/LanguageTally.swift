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
    var length = 24
    while position < end {
      // A look ends with the first scalar that reaches its bound.
      position = count(
        text, from: position, to: min(end, range.lowerBound + length), end: range.upperBound,
        scripts: scripts)
      guard position < end else { return }
      if length < 96 {
        // Eight or sixteen Han tell mostly, or as many bytes of words, if what follows looks like them.
        if isPlain(length), isAlike(text, position..<range.upperBound) {
          // So that the passage weighs in the document's language as one of which more was looked at.
          let weight = length == 24 ? 4 : 2
          latin *= weight
          han *= weight
          simplified *= weight
          traditional *= weight
          return
        }
        length *= 2
      } else {
        if isDecided { return }
        length += 96
      }
    }
  }

  /// Whether the middle and the end of a range go on as what was counted: sixteen bytes of each are looked at.
  @inline(__always)
  private func isAlike(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 16 else {
      for index in range where han > 0 ? text[index].isLetter : text[index] >= 0xE3 { return false }
      return true
    }
    let middle = text.vector(at: range.lowerBound &+ (range.count &- 16) >> 1)
    let last = text.vector(at: range.upperBound &- 16)
    let strange: SIMDMask<SIMD16<Int8>>
    if han > 0 {
      let (small, first) = (ByteVector(repeating: 0x20), ByteVector(repeating: 0x61))
      let letters = ByteVector(repeating: 26)
      strange =
        (((middle | small) &- first) .< letters) .| (((last | small) &- first) .< letters)
    } else {
      let lead = ByteVector(repeating: 0xE3)
      strange = (middle .>= lead) .| (last .>= lead)
    }
    let lanes = ByteVector.lanes(strange)
    return lanes[0] | lanes[1] == 0
  }

  /// Counts up to the first scalar at or behind `stop`, and returns its place.
  private mutating func count(
    _ text: Span<UInt8>, from start: Int, to stop: Int, end: Int, scripts: Span<UInt8>
  ) -> Int {
    var position = start
    var latin = 0
    /// A count of 16 bits for each kind of scalar: neutral Han lowest, then Simplified, Traditional, and no Han.
    var signs: UInt64 = 0
    // The last scalars of a text are read byte by byte: a look takes more bytes than they have.
    let last = min(stop, text.count - 7)
    let raw = unsafe text.bytes
    while position < stop {
      // Han and the signs between them go one way, for they take turns too often to be told apart by a branch.
      while position &+ 3 < last {
        let word = UInt64(
          littleEndian: unsafe raw.unsafeLoadUnaligned(
            fromUncheckedByteOffset: position, as: UInt64.self))
        guard word & 0xF000_00F0 == 0xE000_00E0 else { break }
        let first = LanguageTally.place(of: UInt32(truncatingIfNeeded: word))
        let second = LanguageTally.place(of: UInt32(truncatingIfNeeded: word &>> 24))
        signs &+= 1 &<< UInt64(unsafe scripts[unchecked: first])
        signs &+= 1 &<< UInt64(unsafe scripts[unchecked: second])
        position &+= 6
      }
      guard position < stop else { break }
      let byte = text[position]
      if byte < 0x80 {
        latin &+= byte.isLetter ? 1 : 0
        position &+= 1
        while position &+ 16 <= stop, let letters = LanguageTally.letters(text, at: position) {
          latin &+= letters
          position &+= 16
        }
      } else if byte < 0xE0 {
        // Letters with accents.
        if byte >= 0xC3, byte <= 0xC9 { latin &+= 1 }
        position &+= byte >= 0xC0 ? 2 : 1
      } else {
        if byte < 0xF0, position &+ 3 <= end {
          let word =
            UInt32(byte) | UInt32(text[position + 1]) << 8 | UInt32(text[position + 2]) << 16
          signs &+= 1 << UInt64(scripts[LanguageTally.place(of: word)])
        }
        position &+= byte >= 0xF0 ? 4 : 3
      }
    }
    self.latin += latin
    let (neutral, simple) = (Int(signs & 0xFFFF), Int(signs >> 16 & 0xFFFF))
    let old = Int(signs >> 32 & 0xFFFF)
    han += neutral + simple + old
    simplified += simple
    traditional += old
    return position
  }

  /// The place in `Lexicon.scripts` of a scalar whose three bytes are the lowest of a word, the first one lowest.
  ///
  /// One product makes sixteen bits out of the four, six and six that tell such scalars apart, another number for each.
  @inline(__always)
  static func place(of word: UInt32) -> Int {
    Int(truncatingIfNeeded: ((word & 0x3F_3F0F) &* 0x100_4400) &>> 16)
  }

  /// How many of sixteen bytes are letters; `nil` when not all of them are ASCII.
  @inline(__always)
  private static func letters(_ text: Span<UInt8>, at position: Int) -> Int? {
    let bytes = text.vector(at: position)
    let high = ByteVector.lanes(bytes .>= ByteVector(repeating: 0x80))
    guard high[0] | high[1] == 0 else { return nil }
    let letters =
      ((bytes | ByteVector(repeating: 0x20)) &- ByteVector(repeating: 0x61))
      .< ByteVector(repeating: 26)
    return ByteVector.sum(ByteVector() &- ByteVector.bytes(of: letters))
  }

  /// Whether more of the same text would hardly change the answer.
  private var isDecided: Bool {
    if han == 0 { return latin >= 150 }
    return han > latin && (simplified > traditional + 3 || traditional > simplified + 3)
  }

  /// Whether there was nothing but one of the two scripts in some bytes, or nothing but words of letters.
  private func isPlain(_ length: Int) -> Bool {
    if han == 0 { return latin * 2 > length }
    return latin == 0
      && (simplified > 1 && traditional == 0 || traditional > 1 && simplified == 0)
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
