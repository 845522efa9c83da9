/// A text folded so that the renderings of one label become the same bytes, with the places that they come from.
///
/// On top of `TextFolding`: English plurals lose their ending and -ise becomes -ize; hyphens and apostrophes, quotation marks,
/// and white space beside Han are passed over; words stand one blank apart; a comma of any kind (、 too) is one `,`,
/// and every other mark one byte 01, which no label holds. Only for finding labels, never for showing.
///
/// Costs about five bytes of work for each of the text; the memory is kept from text to text.
package struct LabelText: Sendable {
  /// The folded bytes, without the padding behind them.
  package private(set) var count = 0
  /// The folded bytes, then `padding` zeros, so that eight may be read from each of them.
  package private(set) var utf8: [UInt8] = []
  /// For each folded byte, where in the original the scalar begins that it is of, and where that ends.
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []

  private var wordStart = 0
  private var isInWord = false
  /// What stands between the last word and what comes.
  private var gap = Gap.nothing

  private enum Gap { case nothing, blank, comma, boundary }

  /// How many zeros stand behind the text.
  package static let padding = 8
  /// Stands for a mark that no label goes across.
  package static let boundary: UInt8 = 1

  /// Creates an empty text.
  package init() {}

  /// Folds a text of at most 2 GiB, in place of what was folded before.
  package mutating func fold(_ original: UnsafeBufferPointer<UInt8>) {
    utf8.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    (isInWord, gap) = (false, .nothing)
    var cursor = unsafe FoldingCursor(original, table: .standard)
    while true {
      if let byte = cursor.plainByte {
        let start = cursor.index
        cursor.skip(to: start + 1)
        take(ascii: byte, at: start)
        continue
      }
      guard let scalar = cursor.next() else { break }
      take(scalar)
    }
    endWord()
    count = utf8.count
    for _ in 0..<Self.padding { utf8.append(0) }
  }

  /// Folds a text and hands out a copy of the bytes, without the padding.
  package mutating func folded(_ original: String) -> [UInt8] {
    let bytes = Array(original.utf8)
    unsafe bytes.withUnsafeBufferPointer { unsafe fold($0) }
    return Array(utf8.prefix(count))
  }

  /// The bytes of the original that a range of folded bytes stands for.
  package func source(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return Int(starts[range.lowerBound])..<Int(ends[range.upperBound - 1])
  }

  @inline(__always)
  private mutating func take(ascii byte: UInt8, at start: Int) {
    let lower = byte | 0x20
    if lower &- 0x61 < 26 {
      append(word: lower, start: start, end: start + 1)
    } else if byte &- 0x30 < 10 {
      append(word: byte, start: start, end: start + 1)
    } else {
      takeMark(UInt32(byte))
    }
  }

  private mutating func take(_ scalar: FoldedScalar) {
    switch scalar.scalarClass {
    case .han: append(solid: scalar)
    case .letter, .digit:
      if scalar.value < 0x80 {
        append(word: UInt8(truncatingIfNeeded: scalar.value), start: scalar.start, end: scalar.end)
      } else {
        append(solid: scalar)
      }
    default: takeMark(scalar.value)
    }
  }

  private mutating func takeMark(_ value: UInt32) {
    switch value {
    // An apostrophe inside a word is passed over: people's, peoples.
    case 0x27: break
    // Blanks, hyphens, line ends, quotation marks.
    case 0x20, 0x2D, 0x0A, 0x0D, 0x22, 0x300A, 0x300B, 0x3008, 0x3009, 0x300C, 0x300D, 0x300E,
      0x300F, 0xAB, 0xBB, 0xFF02, 0x2010...0x2015:
      endWord()
      if gap == .nothing { gap = .blank }
    case 0x2C, 0x3001, 0xFF0C:
      endWord()
      if gap != .boundary { gap = .comma }
    default:
      endWord()
      gap = .boundary
    }
  }

  /// Writes a letter or digit of a word.
  @inline(__always)
  private mutating func append(word byte: UInt8, start: Int, end: Int) {
    if !isInWord {
      let followsWord = utf8.last.map { $0 < 0x80 && $0 > 0x2C } ?? false
      fillGap(start, isBlankWritten: followsWord)
      isInWord = true
      wordStart = utf8.count
    }
    write(byte, start, end)
  }

  /// Writes a scalar that needs no blank beside it.
  private mutating func append(solid scalar: FoldedScalar) {
    endWord()
    fillGap(scalar.start, isBlankWritten: false)
    UTF8Decoding.append(scalar.value, to: &utf8)
    while starts.count < utf8.count {
      starts.append(UInt32(truncatingIfNeeded: scalar.start))
      ends.append(UInt32(truncatingIfNeeded: scalar.end))
    }
  }

  @inline(__always)
  private mutating func write(_ byte: UInt8, _ start: Int, _ end: Int) {
    utf8.append(byte)
    starts.append(UInt32(truncatingIfNeeded: start))
    ends.append(UInt32(truncatingIfNeeded: end))
  }

  @inline(__always)
  private mutating func fillGap(_ place: Int, isBlankWritten: Bool) {
    switch gap {
    case .nothing: return
    case .blank: if isBlankWritten { write(0x20, place, place) }
    case .comma: if !utf8.isEmpty { write(0x2C, place, place) }
    case .boundary: if !utf8.isEmpty { write(Self.boundary, place, place) }
    }
    gap = .nothing
  }

  /// Brings an English word that has ended to the form that its variants share.
  private mutating func endWord() {
    guard isInWord else { return }
    isInWord = false
    let length = utf8.count - wordStart
    guard length > 3 else { return }
    let end = ends[utf8.count - 1]
    if utf8.count - wordStart >= 6, hasBritishEnding {
      var word = Array(utf8[wordStart...])
      SpellingFolding.fold(&word)
      utf8.replaceSubrange(wordStart..., with: word)
    }
    dropPlural()
    // The word ends where it ended, whatever it lost.
    ends[utf8.count - 1] = end
  }

  /// Whether a word may end in -ise or a form of it.
  private var hasBritishEnding: Bool {
    let from = max(wordStart + 3, utf8.count - 13)
    var place = utf8.count - 3
    while place >= from {
      if utf8[place] == UInt8(ascii: "i"), utf8[place + 1] == UInt8(ascii: "s") { return true }
      place -= 1
    }
    return false
  }

  private mutating func dropPlural() {
    let count = utf8.count
    guard utf8[count - 1] == UInt8(ascii: "s") else { return }
    let before = utf8[count - 2]
    switch before {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return
    case UInt8(ascii: "e"):
      let third = utf8[count - 3]
      let fourth = utf8[count - 4]
      if third == UInt8(ascii: "i") {
        // worries, policies; but ties, series keep their stem.
        guard count - wordStart > 4 else { break }
        drop(3)
        let place = starts[utf8.count - 1]
        write(UInt8(ascii: "y"), Int(place), Int(ends[utf8.count - 1]))
        return
      }
      let isHissing =
        third == UInt8(ascii: "s") && fourth == UInt8(ascii: "s")
        || third == UInt8(ascii: "x")
        || third == UInt8(ascii: "h")
          && (fourth == UInt8(ascii: "c") || fourth == UInt8(ascii: "s"))
      if isHissing {
        drop(2)
        return
      }
    case let byte where byte &- 0x61 >= 26: return
    default: break
    }
    drop(1)
  }

  private mutating func drop(_ count: Int) {
    utf8.removeLast(count)
    starts.removeLast(count)
    ends.removeLast(count)
  }
}
