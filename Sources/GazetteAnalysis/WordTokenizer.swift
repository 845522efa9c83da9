/// Cuts runs of letters and digits into words, numbers, and the compounds of both.
///
/// A run goes on as long as letters and digits touch. Marks that may belong to a word or number (an apostrophe, a full
/// stop, a comma) are held back until the scalar after them tells.
struct WordTokenizer {
  private enum Part { case none, word, number }
  private enum Mark { case none, apostrophe, fullStop }

  private var part = Part.none
  /// The mark after the open part whose meaning is not known yet.
  private var pending = Mark.none
  /// The range of the open part in the text.
  private var start = 0
  private var end = 0
  /// Where the term of the open part begins.
  private var termStart = 0
  /// The parts of the run that were closed, and the place of the first one's token.
  private var partCount = 0
  private var firstToken = 0
  private var runStart = 0
  private var grouping = DigitGrouping()

  /// Takes a run of ASCII letters.
  @inline(__always)
  mutating func takeLetters(
    _ letters: UnsafeBufferPointer<UInt8>, start: Int, into stream: inout TokenStream
  ) {
    openWord(at: start, into: &stream)
    guard letters.count <= Analyzer.termLimit - (stream.terms.count - termStart) else {
      for offset in letters.indices {
        let letter = unsafe UInt32(letters[offset] | 0x20)
        append(letter, end: start + offset + 1, into: &stream)
      }
      return
    }
    unsafe stream.terms.append(addingLowercased: letters)
    end = start + letters.count
  }

  /// Takes a letter that is folded already.
  mutating func takeLetter(_ scalar: FoldedScalar, into stream: inout TokenStream) {
    openWord(at: scalar.start, into: &stream)
    append(scalar.value, end: scalar.end, into: &stream)
  }

  /// Takes an ASCII digit.
  mutating func takeDigit(_ digit: UInt32, start: Int, end: Int, into stream: inout TokenStream) {
    if part == .number {
      if pending == .fullStop {
        stream.terms.append(0x2E)
        pending = .none
        grouping.close()
      } else if grouping.isFull {
        splitGroup(into: &stream)
      }
    } else {
      if pending == .apostrophe { endRun(into: &stream) }
      closePart(into: &stream)
      open(.number, at: start, in: stream)
      grouping = DigitGrouping()
    }
    grouping.takeDigit(start: start)
    append(digit, end: end, into: &stream)
  }

  /// Takes an apostrophe: part of a word when letters stand on both sides.
  mutating func takeApostrophe(into stream: inout TokenStream) {
    if part == .word, pending == .none {
      pending = .apostrophe
    } else {
      endRun(into: &stream)
    }
  }

  /// Takes a full stop: part of a number when digits stand on both sides.
  mutating func takeFullStop(into stream: inout TokenStream) {
    if part == .number, pending == .none, grouping.isWhole {
      pending = .fullStop
    } else {
      endRun(into: &stream)
    }
  }

  /// Takes an ASCII comma: dropped when one to three digits stand before and three after.
  mutating func takeComma(into stream: inout TokenStream) {
    if part == .number, pending == .none, grouping.mayOpen {
      grouping.open(termEnd: stream.terms.count, end: end)
    } else {
      endRun(into: &stream)
    }
  }

  /// Ends the run: whatever comes next does not touch it.
  @inline(__always)
  mutating func endRun(into stream: inout TokenStream) {
    guard part != .none else { return }
    if part == .number, !grouping.isWhole { splitGroup(into: &stream) }
    closePart(into: &stream)
    if partCount > 1 { insertCompound(into: &stream) }
    partCount = 0
  }

  @inline(__always)
  private mutating func openWord(at start: Int, into stream: inout TokenStream) {
    if part == .word {
      if pending == .apostrophe {
        pending = .none
        append(0x27, end: end, into: &stream)
      }
      return
    }
    if part == .number {
      if pending != .none || !grouping.isWhole { endNumber(into: &stream) }
      closePart(into: &stream)
    }
    open(.word, at: start, in: stream)
  }

  /// Ends the run after a number with an open mark: `12.a` is two runs, `1,00a` is `1` and the run `00a`.
  private mutating func endNumber(into stream: inout TokenStream) {
    if grouping.isWhole || grouping.isEmpty {
      endRun(into: &stream)
    } else {
      splitGroup(into: &stream)
    }
  }

  @inline(__always)
  private mutating func open(_ part: Part, at start: Int, in stream: TokenStream) {
    self.part = part
    self.start = start
    termStart = stream.terms.count
    pending = .none
    if partCount == 0 {
      firstToken = stream.tokens.count
      runStart = start
    }
  }

  /// Appends a scalar to the open part, which is cut where its term would grow over the limit.
  private mutating func append(_ scalar: UInt32, end: Int, into stream: inout TokenStream) {
    if stream.terms.count - termStart + UTF8Decoding.length(scalar) > Analyzer.termLimit {
      let part = part
      let cut = self.end
      closePart(into: &stream)
      open(part, at: cut, in: stream)
      grouping.close()
    }
    UTF8Decoding.append(scalar, to: &stream.terms)
    self.end = end
  }

  @inline(__always)
  private mutating func closePart(into stream: inout TokenStream) {
    switch part {
    case .none: return
    case .number:
      stream.appendAtom(.number, start: start, end: end, termStart: termStart)
    case .word:
      stream.appendAtom(.word, start: start, end: end, termStart: termStart)
      stream.appendStemOfLastWord()
    }
    part = .none
    pending = .none
    partCount += 1
  }

  /// Parts a number at the last comma, after which more or fewer than three digits came.
  private mutating func splitGroup(into stream: inout TokenStream) {
    let digits = Array(stream.terms[grouping.termEnd...])
    let (secondStart, secondEnd) = (grouping.start, end)
    stream.terms.removeSubrange(grouping.termEnd...)
    end = grouping.end
    grouping = DigitGrouping()
    endRun(into: &stream)
    guard !digits.isEmpty else { return }
    open(.number, at: secondStart, in: stream)
    for _ in digits { grouping.takeDigit(start: secondStart) }
    stream.terms.append(contentsOf: digits)
    end = secondEnd
  }

  /// Puts the compound of the closed parts behind the token of the first.
  private mutating func insertCompound(into stream: inout TokenStream) {
    let first = firstToken
    let atoms = stream.tokens[first...].filter { $0.width == 1 && $0.kind != .stem }
    let length = atoms.reduce(0) { $0 + Int($1.termLength) }
    guard length <= Analyzer.termLimit else { return }
    let termStart = stream.terms.count
    for atom in atoms {
      stream.terms.append(contentsOf: stream.term(of: atom))
    }
    let compound = Token(
      kind: .compound, position: stream.tokens[first].position, width: Int32(atoms.count),
      start: Int32(truncatingIfNeeded: runStart), end: Int32(truncatingIfNeeded: end),
      termStart: Int32(truncatingIfNeeded: termStart), termLength: Int32(length))
    stream.tokens.insert(compound, at: first + 1)
  }
}

extension [UInt8] {
  /// Appends ASCII letters in lower case.
  @inline(__always)
  fileprivate mutating func append(addingLowercased letters: UnsafeBufferPointer<UInt8>) {
    let start = count
    unsafe append(contentsOf: letters)
    for index in start..<count { self[index] |= 0x20 }
  }
}
