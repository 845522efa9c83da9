internal import GazetteDocument

/// A text in which damage is looked for; looks beyond its ends find zeros.
struct DamageText: Sendable {
  /// The source text as valid UTF-8.
  let utf8: [UInt8]
  /// The form of the file, by which signs of Markdown are told from damage.
  let format: DocumentFormat

  var isMarkdown: Bool { format == .markdown }
  /// Whether the words are the file's own lines, without markup around them.
  var isPlain: Bool { format == .text || format == .jsonl }
  var count: Int { utf8.count }

  subscript(place: Int) -> UInt8 {
    place >= 0 && place < utf8.count ? utf8[place] : 0
  }

  /// Three bytes as one number.
  func triple(_ place: Int) -> UInt32 {
    UInt32(self[place]) << 16 | UInt32(self[place + 1]) << 8 | UInt32(self[place + 2])
  }

  /// Whether a Han character begins at a place.
  func isHan(at place: Int) -> Bool {
    let lead = self[place]
    return lead >= 0xE4 && lead <= 0xE9 || lead == 0xE3 && self[place + 1] >= 0x90
  }

  /// Whether a Han character ends at a place.
  func isHan(before place: Int) -> Bool {
    self[place - 1].isContinuation && self[place - 2].isContinuation && isHan(at: place - 3)
  }

  /// Whether the bytes at a place are those of a word.
  func holds(_ word: some Collection<UInt8>, at place: Int) -> Bool {
    guard place >= 0, place + word.count <= utf8.count else { return false }
    var index = place
    for byte in word {
      if utf8[index] != byte { return false }
      index += 1
    }
    return true
  }

  /// Whether the bytes at a place are those of a word, the case of ASCII letters aside.
  func holdsFolded(_ word: some Collection<UInt8>, at place: Int) -> Bool {
    guard place >= 0, place + word.count <= utf8.count else { return false }
    var index = place
    for byte in word {
      let own = utf8[index]
      if own != byte, !own.isLetter || own | 0x20 != byte | 0x20 { return false }
      index += 1
    }
    return true
  }

  /// Whether the bytes in front of a place are those of a word.
  func holds(_ word: some Collection<UInt8>, before place: Int) -> Bool {
    holds(word, at: place - word.count)
  }

  /// Whether the bytes in front of a place are those of a word, the case of ASCII letters aside.
  func holdsFolded(_ word: some Collection<UInt8>, before place: Int) -> Bool {
    holdsFolded(word, at: place - word.count)
  }

  /// The run of ASCII letters that ends at a place; empty when none does.
  func word(before place: Int) -> Range<Int> {
    var start = place
    while self[start - 1].isLetter { start -= 1 }
    return start..<place
  }

  /// The run of ASCII letters that begins at a place; empty when none does.
  func word(at place: Int) -> Range<Int> {
    var end = place
    while self[end].isLetter { end += 1 }
    return place..<end
  }

  /// The words of a range in lower case, as far as it lies in the text.
  func lowered(_ range: Range<Int>) -> String {
    String(
      decoding: utf8[range.clamped(to: utf8.indices)].map { $0.isUppercase ? $0 | 0x20 : $0 },
      as: UTF8.self)
  }

  /// The words of a range, as far as it lies in the text.
  func string(_ range: Range<Int>) -> String {
    String(decoding: utf8[range.clamped(to: utf8.indices)], as: UTF8.self)
  }

  /// Where the line that holds a place begins, at most some bytes back.
  func lineStart(_ place: Int, within limit: Int = 400) -> Int {
    var start = place
    while start > max(0, place - limit), self[start - 1] != 0x0A, self[start - 1] != 0x0D {
      start -= 1
    }
    return start
  }

  /// Where the line that holds a place ends, at most some bytes on.
  func lineEnd(_ place: Int, within limit: Int = 400) -> Int {
    var end = place
    let last = min(utf8.count, place + limit)
    while end < last, self[end] != 0x0A, self[end] != 0x0D { end += 1 }
    return end
  }

  /// Whether nothing but white space stands between a place and the start of its line.
  func isLineStart(_ place: Int) -> Bool {
    var index = place
    while self[index - 1] == 0x20 || self[index - 1] == 0x09 { index -= 1 }
    return index == 0 || self[index - 1] == 0x0A || self[index - 1] == 0x0D
  }

  /// The first lines that hold anything, without the white space around them.
  func firstLines(_ limit: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var place = 0
    while place < count, lines.count < limit, place < 4_000 {
      let end = lineEnd(place, within: 4_000)
      let line = utf8.span.trimmed(place..<end)
      if !line.isEmpty { lines.append(line) }
      place = end + 1
    }
    return lines
  }
}
