/// Pairs the quotation marks of a paragraph: curly, straight, corner and angled ones, nested ones among them.
struct MarkPairing {
  /// Words between two marks.
  struct Pair {
    /// The words, as bytes of the paragraph.
    let words: Range<Int>
    /// The same with the marks.
    let whole: Range<Int>
    /// How many quotations of the paragraph it lies in.
    let depth: Int
  }

  private struct Open {
    let mark: UInt32
    let start: Int
    let wordsStart: Int
  }

  private(set) var pairs: [Pair] = []
  /// The marks that nothing closed, the outermost first, with where their words begin.
  private(set) var unclosed: [(mark: UInt32, wordsStart: Int)] = []
  private var open: [Open] = []

  /// What closes what.
  private static let closers: [UInt32: UInt32] = [
    0x201C: 0x201D, 0x2018: 0x2019, 0x300C: 0x300D, 0x300E: 0x300F, 0xAB: 0xBB, 0x2039: 0x203A,
    0x201E: 0x201C, 0x201A: 0x2018, 0xFE41: 0xFE42, 0xFE43: 0xFE44, 0x301D: 0x301E,
  ]

  /// Pairs the marks of a text.
  ///
  /// - Parameters:
  ///   - utf8: The text.
  ///   - quoted: Stretches that are quotations without a mark.
  init(_ utf8: [UInt8], quoted: [Range<Int>] = []) {
    let scalars = Self.scalars(of: utf8)
    var titleEnd = 0
    for (place, scalar) in scalars.enumerated() {
      // 《关于“两不愁三保障”的意见》: marks within a title quote nobody.
      if scalar.value == 0x300A, place >= titleEnd { titleEnd = Self.titleEnd(place, scalars) }
      guard place >= titleEnd else { continue }
      let before = place > 0 ? scalars[place - 1].value : 0x20
      let after = place + 1 < scalars.count ? scalars[place + 1].value : 0x20
      take(
        scalar.value, scalar.start,
        end: place + 1 < scalars.count ? scalars[place + 1].start : utf8.count,
        before: before, after: after)
    }
    unclosed = open.filter { $0.mark != 0x27 && $0.mark != 0x22 }.map { ($0.mark, $0.wordsStart) }
    for words in quoted where !pairs.contains(where: { $0.whole.overlaps(words) }) {
      pairs.append(Pair(words: words, whole: words, depth: 0))
    }
    pairs.sort { $0.words.lowerBound < $1.words.lowerBound }
  }

  private mutating func take(
    _ value: UInt32, _ start: Int, end: Int, before: UInt32, after: UInt32
  ) {
    switch value {
    case 0x22, 0xFF02:
      // Within an open one a mark behind a blank and before a word opens another.
      let opensAnother = Self.isBlank(before) && Self.isLetter(after)
      if open.contains(where: { $0.mark == 0x22 }), !opensAnother {
        close(0x22, at: start, end: end)
      } else if !Self.isDigit(before) {
        open.append(Open(mark: 0x22, start: start, wordsStart: end))
      }
    case 0x27, 0xFF07:
      // Between letters it is an apostrophe.
      if open.contains(where: { $0.mark == 0x27 }), !Self.isLetter(after) {
        close(0x27, at: start, end: end)
      } else if !Self.isLetter(before), !Self.isDigit(before), Self.isLetter(after) {
        open.append(Open(mark: 0x27, start: start, wordsStart: end))
      }
    case 0x2019 where Self.isLatin(before) && Self.isLatin(after): break
    case 0x201C, 0x2018:
      // „so“ closes with what opens elsewhere.
      if let last = open.last, last.mark == (value == 0x201C ? 0x201E : 0x201A) {
        close(last.mark, at: start, end: end)
      } else {
        open.append(Open(mark: value, start: start, wordsStart: end))
      }
    case let opener where Self.closers[opener] != nil:
      open.append(Open(mark: opener, start: start, wordsStart: end))
    default:
      if let place = open.lastIndex(where: { Self.closers[$0.mark] == value }) {
        close(open[place].mark, at: start, end: end)
      }
    }
  }

  /// Closes the innermost open mark of a kind; what was opened in it and not closed was none.
  private mutating func close(_ mark: UInt32, at start: Int, end: Int) {
    guard let place = open.lastIndex(where: { $0.mark == mark }) else { return }
    let opened = open[place]
    open.removeSubrange(place...)
    pairs.append(
      Pair(
        words: opened.wordsStart..<max(opened.wordsStart, start), whole: opened.start..<end,
        depth: open.count(where: { $0.mark != 0x27 })))
  }

  /// The place behind the title that opens at a place; the place itself where nothing closes it.
  private static func titleEnd(
    _ start: Int, _ scalars: [(value: UInt32, start: Int)]
  ) -> Int {
    var depth = 0
    for place in start..<min(scalars.count, start + 120) {
      if scalars[place].value == 0x300A { depth += 1 }
      if scalars[place].value == 0x300B { depth -= 1 }
      if depth == 0 { return place + 1 }
    }
    return start
  }

  private static func scalars(of utf8: [UInt8]) -> [(value: UInt32, start: Int)] {
    var scalars: [(value: UInt32, start: Int)] = []
    var start = 0
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      scalars.append((scalar.value, start))
      start += UTF8.width(scalar)
    }
    return scalars
  }

  private static func isLatin(_ value: UInt32) -> Bool {
    (value | 0x20) &- 0x61 < 26 || (0xC0...0x24F).contains(value)
  }

  private static func isLetter(_ value: UInt32) -> Bool {
    isLatin(value) || (0x370...0x1FFF).contains(value) || (0x3400...0x9FFF).contains(value)
  }

  private static func isBlank(_ value: UInt32) -> Bool {
    value <= 0x20 || value == 0x3000 || value == 0x28 || value == 0xFF08
  }

  private static func isDigit(_ value: UInt32) -> Bool { value &- 0x30 < 10 }
}
