internal import GazetteAnalysis

/// A text as quotations are compared with it: its words, numbers, Han characters, and the signs that carry meaning.
///
/// Words are those of the standard analyzer, so letter case, width, accents, character variants and digit separators are
/// folded. Marks between words are none of it, but for percent, currency and mathematical signs, question marks, what stands
/// alone between two numbers, and masks such as `****`. Costs time linear in the text.
package struct ComparedText: Sendable {
  /// What a word of the text is.
  package enum Kind: UInt8, Sendable {
    case word, number, han, sign
  }

  /// One word, with its place.
  package struct Word: Sendable {
    /// A hash of its folded bytes, by which words are compared.
    package let key: UInt64
    /// Its first byte in the text.
    package let start: Int32
    /// The byte after its last.
    package let end: Int32
    /// What it is.
    package let kind: Kind

    /// Its bytes in the text.
    package var bytes: Range<Int> { Int(start)..<Int(end) }
  }

  /// The text.
  package let utf8: [UInt8]
  /// Its words in order.
  package private(set) var words: [Word] = []

  /// Cuts a text.
  package init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    var stream = TokenStream(findingStems: [])
    Analyzer.standard.analyze(utf8[...], into: &stream)
    words.reserveCapacity(stream.tokens.count)
    var end = 0
    var number: [UInt8] = []
    for token in stream.tokens {
      let kind: Kind
      switch token.kind {
      case .word: kind = .word
      case .number: kind = .number
      case .han: kind = .han
      case .bigram, .compound, .stem: continue
      }
      let start = Int(token.start)
      // １，０００: a comma of another width groups digits too.
      if kind == .number, let last = words.last, last.kind == .number, token.termLength == 3,
        Self.isComma(utf8[end..<start])
      {
        number += stream.term(of: token)
        words[words.count - 1] = Word(
          key: Self.key(of: number), start: last.start, end: token.end, kind: .number)
        end = Int(token.end)
        continue
      }
      if kind == .number { number = Array(stream.term(of: token)) }
      if start > end { appendSigns(in: end..<start, before: kind) }
      words.append(
        Word(
          key: Self.key(of: stream.term(of: token)), start: token.start, end: token.end, kind: kind)
      )
      end = max(end, Int(token.end))
    }
    if end < utf8.count { appendSigns(in: end..<utf8.count, before: nil) }
  }

  /// What its words are compared by where their endings do not count: a hash of the stem of an English word, else the word's own.
  ///
  /// Costs another walk over the text.
  package func stemKeys() -> [UInt64] {
    var stream = TokenStream()
    Analyzer.standard.analyze(utf8[...], into: &stream)
    var stems: [Int32: UInt64] = [:]
    for token in stream.tokens where token.kind == .stem {
      stems[token.start] = Self.key(of: stream.term(of: token))
    }
    return words.map { $0.kind == .word ? stems[$0.start] ?? $0.key : $0.key }
  }

  /// The words of a range, as they stand.
  package func text(ofWords range: Range<Int>) -> String {
    guard let bytes = bytes(ofWords: range) else { return "" }
    return String(decoding: utf8[bytes], as: UTF8.self)
  }

  /// From the first byte of a range of words to the end of the last; `nil` for none.
  package func bytes(ofWords range: Range<Int>) -> Range<Int>? {
    guard let first = range.first, let last = range.last else { return nil }
    return Int(words[first].start)..<Int(words[last].end)
  }

  /// FNV-1a (Fowler, Noll and Vo 1991), stirred, of the folded bytes of a word.
  package static func key(of bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 32
    hash &*= 0xD6E8_FEB8_6659_FD93
    return hash ^ (hash >> 29)
  }

  /// Whether a gap is a full-width comma alone.
  private static func isComma(_ gap: ArraySlice<UInt8>) -> Bool {
    gap.elementsEqual("，".utf8)
  }

  // MARK: Signs

  /// Adds the signs between two words that carry meaning.
  private mutating func appendSigns(in gap: Range<Int>, before next: Kind?) {
    if gap.count == 1, utf8[gap.lowerBound] == 0x20 { return }
    let folded = TextFolding.fold(Array(utf8[gap]))
    let scalars = folded.scalars
    let isBetweenNumbers = words.last?.kind == .number && next == .number
    if scalars.count == 1, isBetweenNumbers, let value = Self.value(of: folded, at: 0),
      value > 0x20, value != 0x3000
    {
      append(sign: Self.isDash(value) ? 0x2D : value, at: scalars[0], from: gap)
      return
    }
    var masks = 0
    for place in scalars.indices {
      guard let value = Self.value(of: folded, at: place) else { continue }
      masks = value == 0x2A ? masks + 1 : 0
      let isMinus =
        Self.isDash(value) && place == scalars.count - 1 && next == .number
        && (place > 0 || words.isEmpty)
      if masks == 3 || isMinus || Self.carriesMeaning(value) {
        append(sign: isMinus ? 0x2D : value, at: scalars[place], from: gap)
      }
    }
  }

  private mutating func append(sign: UInt32, at scalar: FoldedText.Scalar, from gap: Range<Int>) {
    let key = withUnsafeBytes(of: sign.littleEndian) { Self.key(of: $0) } ^ 0x5167
    words.append(
      Word(
        key: key, start: Int32(truncatingIfNeeded: gap.lowerBound) + scalar.start,
        end: Int32(truncatingIfNeeded: gap.lowerBound) + scalar.end, kind: .sign))
  }

  private static func value(of folded: FoldedText, at place: Int) -> UInt32? {
    let start = Int(folded.scalars[place].offset)
    let byte = folded.utf8[start]
    if byte < 0x80 { return UInt32(byte) }
    let end =
      place + 1 < folded.scalars.count
      ? Int(folded.scalars[place + 1].offset) : folded.utf8.count
    return String(decoding: folded.utf8[start..<end], as: UTF8.self).unicodeScalars.first?.value
  }

  package static func isDash(_ value: UInt32) -> Bool {
    value == 0x2D || value == 0x7E || value == 0x2212 || (0x2010...0x2015).contains(value)
      || value == 0x301C || value == 0x2E3A
  }

  /// Whether a folded sign changes what the words around it say.
  private static func carriesMeaning(_ value: UInt32) -> Bool {
    switch value {
    case 0x23...0x26, 0x2B, 0x3C...0x40, 0x5E: true
    case 0xA2...0xA7, 0xB0...0xB1, 0xB5, 0xD7, 0xF7: true
    case 0x2030...0x2031, 0x20A0...0x20CF, 0x2100...0x214F, 0x2200...0x22FF: true
    default: false
    }
  }
}
