import GazetteDocument

extension EnglishReader {
  /// Cuts a sentence into words of the lexicon, other words, numbers and signs.
  mutating func tokenise(_ range: Range<Int>) {
    let text = self.text
    let span = text.span
    var position = range.lowerBound
    let end = range.upperBound
    while position < end {
      let byte = span[position]
      let space = span.spaceLength(at: position, end: end)
      if space > 0 {
        position += space
      } else if byte.isLetter {
        position = takeWord(span, at: position, end: end)
      } else if byte.isDigit {
        position = takeNumber(span, at: position, end: end)
      } else {
        position = takeSign(span, at: position, end: end)
      }
    }
  }

  /// Whether a byte goes on with a word: letters, digits, inner hyphens and apostrophes, and letters beyond ASCII.
  func isInner(_ span: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
    guard position < end else { return false }
    let byte = span[position]
    if byte.isLetter || byte.isDigit { return true }
    if byte == 0x27 || byte == 0x2D {
      return position + 1 < end && span[position + 1].isLetter
    }
    // ’ within a word, and accented letters.
    if span.triple(at: position, end: end) == 0xE28099 {
      return position + 3 < end && span[position + 3].isLetter
    }
    return byte >= 0xC3 && byte <= 0xCA
  }

  func wordEnd(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var position = start
    while isInner(span, position, end) {
      let byte = span[position]
      position += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return min(end, max(position, start + 1))
  }

  mutating func takeWord(_ span: Span<UInt8>, at start: Int, end: Int) -> Int {
    var longest = -1
    var longestEnd = start
    words.automaton.words(in: span, at: start, end: end) { number, wordEnd in
      if !isInner(span, wordEnd, end) { (longest, longestEnd) = (number, wordEnd) }
    }
    let best = longest < 0 ? nil : (cue: words.cues[longest], end: longestEnd)
    let stop = best?.end ?? wordEnd(span, start, end)
    if best == nil, stop - start > 5, span[stop - 1] == UInt8(ascii: "y"),
      span[stop - 2] == UInt8(ascii: "l"), span[start].isLowercase
    {
      // accurately, prudently: adverbs that the lexicon lacks.
      tokens.append(
        MeasureToken(start: start, end: stop, form: .word, cue: Cue(kinds: .intensifier)))
      return stop
    }
    tokens.append(
      MeasureToken(start: start, end: stop, form: .word, cue: best?.cue ?? Cue(kinds: [])))
    return stop
  }

  mutating func takeNumber(_ span: Span<UInt8>, at start: Int, end: Int) -> Int {
    var position = start
    var value = 0
    var scale = 1_000
    while position < end {
      let byte = span[position]
      if byte.isDigit {
        if scale == 1_000 {
          if value < 1_000_000_000_000 { value = value * 10 + Int(byte - 0x30) * 1_000 }
        } else if scale > 0 {
          value += Int(byte - 0x30) * scale
          scale /= 10
        }
      } else if byte == 0x2E, position + 1 < end, span[position + 1].isDigit, scale == 1_000 {
        scale = 100
      } else if byte == 0x2C, position + 1 < end, span[position + 1].isDigit {
        // A comma between the digits of thousands.
      } else {
        break
      }
      position += 1
    }
    // 30th, 2nd, 50m, 5-year.
    let stop = isInner(span, position, end) ? wordEnd(span, position, end) : position
    tokens.append(
      MeasureToken(
        start: start, end: stop, form: .number, cue: Cue(kinds: []), thousandths: value))
    return stop
  }

  mutating func takeSign(_ span: Span<UInt8>, at start: Int, end: Int) -> Int {
    let byte = span[start]
    let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    var stop = min(end, start + length)
    var form = MeasureToken.Form.sign
    switch byte {
    case 0x2C: form = .clauseMark
    case 0x3B, 0x3A: form = byte == 0x3A ? .colon : .clauseMark
    case 0x28, 0x5B:
      if let close = closing(span, byte == 0x28 ? 0x29 : 0x5D, from: stop, end: end) {
        (stop, form) = (close + 1, .bracket)
      }
    case 0x22:
      if let close = closing(span, 0x22, from: stop, end: end), close - stop < 120 {
        (stop, form) = (close + 1, .quotation)
      }
    default:
      if length == 3, let chinese = ChineseReader.form(ofSign: span.triple(at: start, end: end)) {
        form = chinese == .clauseMark || chinese == .colon ? chinese : .sign
      } else if byte >= 0xE4, byte <= 0xE9 || byte >= 0xC3 && byte <= 0xCA {
        form = .word
      }
    }
    var cue = Cue(kinds: [])
    words.automaton.words(in: span, at: start, end: stop) { number, _ in
      cue = words.cues[number]
    }
    if byte == 0x25 { cue.kinds.formUnion(.unit) }
    tokens.append(
      MeasureToken(
        start: start, end: stop, form: form, cue: cue, sign: length == 1 ? UInt32(byte) : 0))
    return stop
  }

  func closing(_ span: Span<UInt8>, _ byte: UInt8, from: Int, end: Int) -> Int? {
    var position = from
    while position < end, position < from + 600 {
      if span[position] == byte { return position }
      position += 1
    }
    return nil
  }

  /// Whether a token is a word, in any letter case.
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let token = tokens[index]
    guard token.end - token.start == word.utf8CodeUnitCount else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where text[token.start + offset] | 0x20 != word.utf8Start[offset] | 0x20 {
      return false
    }
    return true
  }
}
