/// Folds one text for `LabelText` into memory that is there already.
///
/// What cannot be written for want of room is counted as lacking, never written elsewhere.
@safe
struct LabelFolding {
  /// Where in the original the scalar begins that a folded byte is of, and where that ends.
  struct Place {
    var start: UInt32
    var end: UInt32
  }

  /// What stands between two words: nothing, white space and other signs that are passed over, or the byte for marks.
  private enum Gap {
    static let nothing: UInt8 = 0
    static let blank: UInt8 = 0x20
  }

  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let places: UnsafeMutableBufferPointer<Place>
  private let room: Int
  private var used = 0
  private var isFull = false
  private var wordStart = 0
  private var isInWord = false
  /// What stands between the last word and what comes.
  private var gap = Gap.nothing
  /// How many lines end in it.
  private var lineEnds = 0

  /// Prepares to write; there is as much room for bytes as for places.
  init(
    into bytes: UnsafeMutableBufferPointer<UInt8>, _ places: UnsafeMutableBufferPointer<Place>
  ) {
    unsafe self.bytes = bytes
    unsafe self.places = places
    room = min(bytes.count, places.count)
  }

  /// Folds a text; returns how many bytes it has become, `nil` when there is not room enough.
  mutating func fold(_ original: UnsafeBufferPointer<UInt8>) -> Int? {
    var cursor = unsafe FoldingCursor(original, table: .standard)
    while !isFull {
      if let byte = cursor.plainByte {
        let start = cursor.index
        if Self.isWordByte(byte) {
          cursor.skip(to: unsafe takeWord(original, from: start))
        } else {
          takeMark(UInt32(byte), start, start + 1)
          cursor.skip(to: start + 1)
        }
        continue
      }
      guard let scalar = cursor.next() else { break }
      if scalar.value == 0x2D, unsafe Self.isLongDash(original, scalar) {
        // Folded as a hyphen, but it parts what stands beside it.
        add(mark: Self.byte(ofMark: 0x2014))
      } else {
        take(scalar)
      }
    }
    endWord()
    return isFull ? nil : used
  }

  /// Whether a folded scalar stands for — or ― in the original.
  private static func isLongDash(
    _ original: UnsafeBufferPointer<UInt8>, _ scalar: FoldedScalar
  ) -> Bool {
    guard scalar.end - scalar.start == 3, scalar.end <= original.count else { return false }
    let (lead, last) = unsafe (original[scalar.start + 1], original[scalar.start + 2])
    return lead == 0x80 && (last == 0x94 || last == 0x95)
  }

  @inline(__always)
  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Writes the ASCII letters and digits from a place on; returns where they end.
  @inline(__always)
  private mutating func takeWord(
    _ original: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    beginWord(start)
    var place = start
    var used = used
    while place < original.count {
      let byte = unsafe original[place]
      guard Self.isWordByte(byte) else { break }
      guard used < room else {
        isFull = true
        break
      }
      // Digits have the bit of small letters already.
      unsafe bytes[used] = byte | 0x20
      unsafe places[used] = Place(
        start: UInt32(truncatingIfNeeded: place), end: UInt32(truncatingIfNeeded: place + 1))
      used += 1
      place += 1
    }
    self.used = used
    return place
  }

  private mutating func take(_ scalar: FoldedScalar) {
    switch scalar.scalarClass {
    case .han: append(solid: scalar)
    case .letter, .digit:
      if scalar.value < 0x80 {
        beginWord(scalar.start)
        write(UInt8(truncatingIfNeeded: scalar.value), scalar.start, scalar.end)
      } else {
        append(solid: scalar)
      }
    default: takeMark(scalar.value, scalar.start, scalar.end)
    }
  }

  @inline(__always)
  private mutating func takeMark(_ value: UInt32, _ start: Int, _ end: Int) {
    switch value {
    // An apostrophe inside a word is passed over: people's, peoples.
    case 0x27: break
    // Blanks, hyphens, quotation marks.
    case 0x20, 0x2D, 0x0D, 0x22, 0x300A, 0x300B, 0x3008, 0x3009, 0x300C, 0x300D, 0x300E, 0x300F,
      0xAB, 0xBB, 0xFF02, 0x2010...0x2013:
      endWord()
      if gap == Gap.nothing { gap = Gap.blank }
    // A line may end anywhere; behind an empty one a paragraph begins.
    case 0x0A:
      endWord()
      lineEnds += 1
      if gap == Gap.nothing { gap = Gap.blank }
      if lineEnds == 2 { gap = LabelText.boundary }
    case 0x2C, 0x3001, 0xFF0C: add(mark: 0x2C)
    // 互联网+ is another word than 互联网.
    case 0x2B where used > 0 && (gap == Gap.nothing || gap == Gap.blank):
      endWord()
      fillGap(start, isBlankWritten: false)
      write(0x2B, start, end)
    default: add(mark: Self.byte(ofMark: value))
    }
  }

  /// The byte for a mark: below the digits, as everything that is of no word is in a folded text.
  private static func byte(ofMark value: UInt32) -> UInt8 {
    let byte = UInt8(truncatingIfNeeded: value)
    return switch value {
    case 0x21...0x2F: byte
    case 0x3A...0x40: byte - 0x38
    case 0x5B...0x60: byte - 0x52
    case 0x7B...0x7E: byte - 0x6C
    case ..<0x80: LabelText.boundary
    default: 0x13 + UInt8(truncatingIfNeeded: value % 13)
    }
  }

  /// Adds a mark to the gap: one that stands there already is the same as one, different ones are a boundary.
  @inline(__always)
  private mutating func add(mark: UInt8) {
    endWord()
    gap = gap == Gap.nothing || gap == Gap.blank || gap == mark ? mark : LabelText.boundary
  }

  /// Begins a word unless one goes on.
  @inline(__always)
  private mutating func beginWord(_ start: Int) {
    guard !isInWord else { return }
    let followsWord = unsafe used > 0 && bytes[used - 1] < 0x80 && bytes[used - 1] > 0x2C
    fillGap(start, isBlankWritten: followsWord)
    isInWord = true
    wordStart = used
  }

  /// Writes a scalar that needs no blank beside it.
  @inline(__always)
  private mutating func append(solid scalar: FoldedScalar) {
    endWord()
    fillGap(scalar.start, isBlankWritten: false)
    guard used + 4 <= room else {
      isFull = used + UTF8Decoding.length(scalar.value) > room
      if !isFull { UTF8Decoding.write(scalar.value) { write($0, scalar.start, scalar.end) } }
      return
    }
    let place = Place(
      start: UInt32(truncatingIfNeeded: scalar.start), end: UInt32(truncatingIfNeeded: scalar.end))
    let value = scalar.value
    if value >= 0x800, value < 0x1_0000 {
      unsafe bytes[used] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
      unsafe bytes[used + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
      unsafe bytes[used + 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
      unsafe places[used] = place
      unsafe places[used + 1] = place
      unsafe places[used + 2] = place
      used += 3
    } else {
      UTF8Decoding.write(value) { write($0, scalar.start, scalar.end) }
    }
  }

  @inline(__always)
  private mutating func write(_ byte: UInt8, _ start: Int, _ end: Int) {
    guard used < room else {
      isFull = true
      return
    }
    unsafe bytes[used] = byte
    unsafe places[used] = Place(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
    used += 1
  }

  @inline(__always)
  private mutating func fillGap(_ place: Int, isBlankWritten: Bool) {
    guard gap != Gap.nothing else { return }
    if gap == Gap.blank ? isBlankWritten : used > 0 { write(gap, place, place) }
    gap = Gap.nothing
    lineEnds = 0
  }

  // MARK: Endings

  /// Brings an English word that has ended to the form that its variants share.
  @inline(__always)
  private mutating func endWord() {
    guard isInWord else { return }
    isInWord = false
    let length = used - wordStart
    guard length > 3 else { return }
    let isPlural = unsafe bytes[used - 1] == UInt8(ascii: "s")
    let end = unsafe places[used - 1].end
    if length >= 6, hasBritishEnding {
      var word = unsafe UnsafeMutableBufferPointer(rebasing: bytes[wordStart..<used])
      unsafe SpellingFolding.fold(&word)
    }
    guard isPlural else { return }
    dropPlural()
    // The word ends where it ended, whatever it lost.
    unsafe places[used - 1].end = end
  }

  /// Whether a word may end in -ise or a form of it.
  private var hasBritishEnding: Bool {
    let from = max(wordStart + 3, used - 13)
    var place = used - 3
    while place >= from {
      if unsafe bytes[place] == UInt8(ascii: "i"), unsafe bytes[place + 1] == UInt8(ascii: "s") {
        return true
      }
      place -= 1
    }
    return false
  }

  /// Takes the ending of a plural off a word of more than three letters that ends in s.
  private mutating func dropPlural() {
    let before = unsafe bytes[used - 2]
    switch before {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return
    case UInt8(ascii: "e"):
      let third = unsafe bytes[used - 3]
      let fourth = unsafe bytes[used - 4]
      if third == UInt8(ascii: "i") {
        // worries, policies; but ties, series keep their stem.
        guard used - wordStart > 4 else { break }
        used -= 3
        let last = unsafe places[used - 1]
        write(UInt8(ascii: "y"), Int(last.start), Int(last.end))
        return
      }
      let isHissing =
        third == UInt8(ascii: "s") && fourth == UInt8(ascii: "s")
        || third == UInt8(ascii: "x")
        || third == UInt8(ascii: "h")
          && (fourth == UInt8(ascii: "c") || fourth == UInt8(ascii: "s"))
      if isHissing {
        used -= 2
        return
      }
    case let byte where byte &- 0x61 >= 26: return
    default: break
    }
    used -= 1
  }
}
