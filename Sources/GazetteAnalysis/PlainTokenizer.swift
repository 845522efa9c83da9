/// Cuts a text into lower-cased runs of letters and digits, and Han runs into overlapping bigrams.
///
/// ASCII goes eight bytes at a time: letters and digits become bits of a mask, and words are found from its edges. The
/// lower-cased text is the memory of the terms, so that no word is copied by itself.
///
/// It must not outlive the bytes that it was made with.
@safe
struct PlainTokenizer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let terms: UnsafeMutablePointer<UInt8>
  /// The next byte to read, and the next to write.
  private var at = 0
  private(set) var termEnd: Int
  /// Whether a word is open, and where it begins in the text and in the terms.
  private var isInWord = false
  private var wordStart = 0
  private var wordTerm = 0
  /// How many characters the open Han run has, and where its last begins in the text and in the terms.
  private var hanCount = 0
  private var hanStart = 0
  private var hanTerm = 0

  /// How many bytes the terms of a text may need: lower case is at most half longer, and whole words are written.
  static func termCapacity(_ count: Int) -> Int { count + count / 2 + 16 }

  /// Prepares to cut a text; `terms` has room for `termCapacity` bytes after `termEnd`.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, terms: UnsafeMutablePointer<UInt8>, termEnd: Int
  ) {
    unsafe self.bytes = bytes
    unsafe self.terms = terms
    self.termEnd = termEnd
  }

  /// Appends all tokens of the text.
  mutating func tokenize(_ tokens: inout [Token], position: inout Int32) {
    while unsafe at < bytes.count {
      let (mask, length) = takeASCII()
      if length > 0 {
        endHan(&tokens, &position)
        cut(mask, length, &tokens, &position)
        at += length
        termEnd += length
      } else {
        takeScalar(&tokens, &position)
      }
    }
    endHan(&tokens, &position)
    endWord(&tokens, &position)
  }

  /// Writes up to 64 bytes of ASCII in lower case, and which of them are letters or digits.
  @inline(__always)
  private func takeASCII() -> (mask: UInt64, length: Int) {
    let source = unsafe UnsafeRawBufferPointer(bytes)
    let target = unsafe UnsafeMutableRawPointer(terms + termEnd)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones << 7
    var mask: UInt64 = 0
    var length = 0
    while length < 64, unsafe at + length + 8 <= bytes.count {
      let word = unsafe UInt64(
        littleEndian: source.loadUnaligned(fromByteOffset: at + length, as: UInt64.self))
      if word & highs != 0 { break }
      let lower = word | ones << 5
      // Adding carries into a byte's highest bit from the first letter (digit) on, and again after the last.
      let letters = (lower &+ ones &* 0x1F) & ~(lower &+ ones &* 0x05) & highs
      let digits = (word &+ ones &* 0x50) & ~(word &+ ones &* 0x46) & highs
      unsafe target.storeBytes(
        of: (word | letters >> 2).littleEndian, toByteOffset: length, as: UInt64.self)
      let bits = (((letters | digits) >> 7) &* 0x0102_0408_1020_4080) >> 56
      mask |= bits << UInt64(length)
      length += 8
    }
    return (mask, length)
  }

  /// Finds the words in bytes that have been written.
  @inline(__always)
  private mutating func cut(
    _ mask: UInt64, _ length: Int, _ tokens: inout [Token], _ position: inout Int32
  ) {
    var edges = mask ^ (mask << 1 | (isInWord ? 1 : 0))
    let valid: UInt64 = length == 64 ? .max : (1 << UInt64(length)) - 1
    edges &= valid
    if isInWord, edges != 0 {
      let place = edges.trailingZeroBitCount
      edges &= edges &- 1
      emitWord(end: at + place, termEnd: termEnd + place, &tokens, &position)
      isInWord = false
    }
    while edges != 0 {
      let start = edges.trailingZeroBitCount
      edges &= edges &- 1
      wordStart = at + start
      wordTerm = termEnd + start
      guard edges != 0 else {
        isInWord = true
        return
      }
      let end = edges.trailingZeroBitCount
      edges &= edges &- 1
      emitWord(end: at + end, termEnd: termEnd + end, &tokens, &position)
    }
  }

  @inline(__always)
  private func emitWord(
    end: Int, termEnd: Int, _ tokens: inout [Token], _ position: inout Int32
  ) {
    if termEnd - wordTerm <= Analyzer.termLimit {
      emit(.word, wordStart, end, wordTerm, termEnd, &tokens, &position)
    } else {
      emitPieces(end: end, termEnd: termEnd, &tokens, &position)
    }
  }

  /// Cuts a word over the limit, between two scalars.
  private func emitPieces(
    end: Int, termEnd: Int, _ tokens: inout [Token], _ position: inout Int32
  ) {
    var start = wordTerm
    while start < termEnd {
      var cut = min(start + Analyzer.termLimit, termEnd)
      while cut < termEnd, unsafe terms[cut] & 0xC0 == 0x80 { cut -= 1 }
      // The pieces of a word share its place in the text: lower case may have moved their borders.
      emit(.word, wordStart, end, start, cut, &tokens, &position)
      start = cut
    }
  }

  @inline(__always)
  private func emit(
    _ kind: Token.Kind, _ start: Int, _ end: Int, _ termStart: Int, _ termEnd: Int,
    _ tokens: inout [Token], _ position: inout Int32
  ) {
    tokens.append(
      Token(
        kind: kind, position: position, width: 1, start: Int32(truncatingIfNeeded: start),
        end: Int32(truncatingIfNeeded: end), termStart: Int32(truncatingIfNeeded: termStart),
        termLength: Int32(truncatingIfNeeded: termEnd - termStart)))
    position &+= 1
  }

  /// Takes one scalar: what is not ASCII, and the last bytes of a text.
  @inline(__always)
  private mutating func takeScalar(_ tokens: inout [Token], _ position: inout Int32) {
    let (scalar, length) = unsafe UTF8Decoding.scalar(in: bytes, at: at)
    switch Self.scalarClass(scalar) {
    case .han:
      endWord(&tokens, &position)
      let term = termEnd
      for place in 0..<length { unsafe terms[termEnd + place] = bytes[at + place] }
      termEnd += length
      if hanCount > 0 {
        emit(.bigram, hanStart, at + length, hanTerm, termEnd, &tokens, &position)
      }
      hanCount += 1
      hanStart = at
      hanTerm = term
    case .letter, .digit:
      endHan(&tokens, &position)
      if !isInWord {
        isInWord = true
        wordStart = at
        wordTerm = termEnd
      }
      PlainCase.lower(scalar) { byte in
        unsafe terms[termEnd] = byte
        termEnd += 1
      }
    default:
      endHan(&tokens, &position)
      endWord(&tokens, &position)
    }
    at += length
  }

  @inline(__always)
  private static func scalarClass(_ scalar: UInt32) -> ScalarClass {
    if scalar &- 0x4E00 < 0x5200 { return .han }
    if scalar < 0x80 { return FoldingTable.asciiClass(UInt8(truncatingIfNeeded: scalar)) }
    let entry = FoldingTable.standard.entry(scalar)
    switch entry.mapping {
    case .itself, .scalar: return entry.scalarClass
    case .nothing: return .other
    case .sequence: return PlainCase.isAlphanumeric(scalar) ? .letter : .other
    }
  }

  @inline(__always)
  private mutating func endWord(_ tokens: inout [Token], _ position: inout Int32) {
    guard isInWord else { return }
    emitWord(end: at, termEnd: termEnd, &tokens, &position)
    isInWord = false
  }

  /// Ends a Han run; one of a single character is a term itself.
  @inline(__always)
  private mutating func endHan(_ tokens: inout [Token], _ position: inout Int32) {
    guard hanCount > 0 else { return }
    if hanCount == 1 {
      emit(.han, hanStart, at, hanTerm, termEnd, &tokens, &position)
    }
    hanCount = 0
  }
}
