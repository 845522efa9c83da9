/// Where other documents are cited in a text: titles in 《》, and numbers with the code before them.
enum CitationSpans {
  /// A title is no longer than this, so that a mark that nobody closes hides no text.
  private static let mostBytes = 240

  /// The spans of a text by rising start, as places of the array that it is a slice of.
  static func spans(in utf8: ArraySlice<UInt8>) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var at = utf8.startIndex
    while at < utf8.endIndex {
      switch utf8[at] {
      case 0xE3:
        if let end = title(in: utf8, from: at) {
          spans.append(at..<end)
          at = end
          continue
        }
        if let span = number(in: utf8, bracketAt: at, width: 3) { spans.append(span) }
        at += 3
      case 0x5B, 0x28:
        if let span = number(in: utf8, bracketAt: at, width: 1) { spans.append(span) }
        at += 1
      default: at += 1
      }
    }
    return spans
  }

  /// The end of a title that opens at a place, titles within it passed over.
  private static func title(in utf8: ArraySlice<UInt8>, from start: Int) -> Int? {
    var depth = 0
    var at = start
    let end = min(utf8.endIndex, start + mostBytes)
    while at + 2 < end {
      if utf8[at] == 0xE3, utf8[at + 1] == 0x80 {
        if utf8[at + 2] == 0x8A { depth += 1 }
        if utf8[at + 2] == 0x8B {
          depth -= 1
          if depth == 0 { return at + 3 }
        }
      }
      guard depth > 0 else { return nil }
      at += 1
    }
    return nil
  }

  /// The number whose year stands in brackets at a place: 样政发〔2023〕8号, or the same in Latin letters.
  private static func number(
    in utf8: ArraySlice<UInt8>, bracketAt bracket: Int, width: Int
  ) -> Range<Int>? {
    let year = bracket + width
    guard year + 5 < utf8.endIndex, (year..<year + 4).allSatisfy({ utf8[$0] &- 0x30 < 10 }),
      utf8[year + 4] == 0xE3 || utf8[year + 4] == 0x5D || utf8[year + 4] == 0x29
    else { return nil }
    var end = year + 5
    // Up to four signs between the year and the serial, and the serial.
    while end < utf8.endIndex, end < year + 13, utf8[end] &- 0x30 >= 10 { end += 1 }
    while end < utf8.endIndex, utf8[end] &- 0x30 < 10 { end += 1 }
    return codeStart(in: utf8, before: bracket)..<end
  }

  /// Where the code before a bracket begins: capitalised words, or Han up to a mark, eight characters at most.
  private static func codeStart(in utf8: ArraySlice<UInt8>, before bracket: Int) -> Int {
    var start = bracket
    var limit = max(utf8.startIndex, bracket - 40)
    if start > utf8.startIndex, utf8[start - 1] >= 0x80 {
      limit = max(utf8.startIndex, bracket - 24)
      while start - 3 >= limit, utf8[start - 3] >= 0xE4, utf8[start - 3] <= 0xE9 { start -= 3 }
      return start
    }
    var wordStart = bracket
    var at = bracket
    while at > limit {
      let byte = utf8[at - 1]
      if (byte | 0x20) &- 0x61 < 26 {
        at -= 1
        wordStart = at
      } else if byte == 0x20 || byte == 0x0A {
        guard wordStart == bracket || utf8[wordStart] & 0x20 == 0 else { break }
        start = wordStart
        at -= 1
      } else {
        break
      }
    }
    if wordStart < start, utf8[wordStart] & 0x20 == 0 { start = wordStart }
    return start
  }
}
