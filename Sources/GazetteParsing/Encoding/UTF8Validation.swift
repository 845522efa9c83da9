internal import GazetteDocument

/// Checks UTF-8 (Unicode 15, table 3-7) and mends it the way browsers do.
enum UTF8Validation {
  /// Whether a text is well-formed from a place on; what its map says is not looked at again.
  static func isValid(_ text: Span<UInt8>, from start: Int, map: TextMap?) -> Bool {
    guard let map else { return firstInvalid(text, from: start) == text.count }
    guard let doubt = map.firstDoubt else { return true }
    // What stands before is well-formed but for its last scalar, which begins at most three bytes before.
    var place = max(start, doubt - 3)
    while place > start, text[place].isContinuation { place -= 1 }
    return firstInvalid(text, from: place) == text.count
  }

  /// The first byte that does not belong to well-formed UTF-8, or the count when all do.
  ///
  /// Reads sixteen bytes at a step as long as no lead stands among them that binds the byte behind it.
  static func firstInvalid(_ text: Span<UInt8>, from start: Int = 0) -> Int {
    let count = text.count
    var position = start
    while position < count {
      position = plainEnd(text, from: position, origin: start)
      // What the vectors do not judge is read scalar by scalar; then they are tried again.
      let stop = min(count, position + 64)
      while position < stop {
        let length = scalarLength(text, at: position)
        guard length > 0 else { return position }
        position += length
      }
    }
    return count
  }

  /// The start of the first scalar at or after a place that the vectors cannot judge, near the end at the latest.
  ///
  /// Every byte behind a lead of two or three bytes, and the next one behind a lead of three, must be a continuation, and
  /// no other may be. The leads E0, ED, F0 and above, and C0 and C1, which never stand, are left to a closer look.
  private static func plainEnd(_ text: Span<UInt8>, from start: Int, origin: Int) -> Int {
    var position = start
    while position + 16 <= text.count {
      let bytes = text.vector(at: position)
      let lead = ByteVector(repeating: 0xC0)
      let before: ByteVector
      let beforeThat: ByteVector
      if position &- origin >= 2 {
        before = text.vector(at: position &- 1)
        beforeThat = text.vector(at: position &- 2)
      } else {
        // What stands before the origin is none of this text's scalars.
        before = ByteVector.shifted(bytes, by: 1)
        beforeThat = ByteVector.shifted(bytes, by: 2)
      }
      let continues = (bytes & lead) .== ByteVector(repeating: 0x80)
      let mustContinue = (before .>= lead) .| (beforeThat .>= ByteVector(repeating: 0xE0))
      let isBound =
        (bytes .== ByteVector(repeating: 0xE0)) .| (bytes .== ByteVector(repeating: 0xED))
        .| (bytes .>= ByteVector(repeating: 0xF0))
        .| ((bytes & ByteVector(repeating: 0xFE)) .== lead)
      let doubt = ByteVector.lanes((continues .^ mustContinue) .| isBound)
      if doubt[0] | doubt[1] != 0 { break }
      position &+= 16
    }
    // The last scalar may go on, or should, behind what has been judged.
    guard position > start else { return position }
    var scalar = position - 1
    while scalar > start, position - scalar < 3, text[scalar].isContinuation { scalar -= 1 }
    return scalar
  }

  /// The length of the well-formed scalar at a place, 0 when there is none.
  private static func scalarLength(_ text: Span<UInt8>, at position: Int) -> Int {
    let lead = text[position]
    let left = text.count - position
    func tail(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      offset < left && text[position + offset] >= low && text[position + offset] <= high
    }
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return tail(1) ? 2 : 0
    case 0xE0: return tail(1, 0xA0) && tail(2) ? 3 : 0
    case 0xED: return tail(1, 0x80, 0x9F) && tail(2) ? 3 : 0
    case 0xE1...0xEF: return tail(1) && tail(2) ? 3 : 0
    case 0xF0: return tail(1, 0x90) && tail(2) && tail(3) ? 4 : 0
    case 0xF1...0xF3: return tail(1) && tail(2) && tail(3) ? 4 : 0
    case 0xF4: return tail(1, 0x80, 0x8F) && tail(2) && tail(3) ? 4 : 0
    default: return 0
    }
  }

  /// How many bytes of an ill-formed sequence one U+FFFD stands for: the longest start of a well-formed one, else one.
  private static func illFormedLength(_ text: Span<UInt8>, at position: Int) -> Int {
    let lead = text[position]
    let left = text.count - position
    guard lead >= 0xC2, lead <= 0xF4, left > 1 else { return 1 }
    let second = text[position + 1]
    let fits: Bool
    switch lead {
    case 0xE0: fits = second >= 0xA0 && second <= 0xBF
    case 0xED: fits = second >= 0x80 && second <= 0x9F
    case 0xF0: fits = second >= 0x90 && second <= 0xBF
    case 0xF4: fits = second >= 0x80 && second <= 0x8F
    default: fits = second.isContinuation
    }
    guard fits, lead >= 0xE0 else { return 1 }
    guard lead >= 0xF0, left > 2, text[position + 2].isContinuation else { return 2 }
    return 3
  }

  /// A copy in which U+FFFD stands for each ill-formed sequence (WHATWG, "decode").
  ///
  /// - Returns: The text, the number of replacements, and the offset of the first.
  static func repaired(_ text: Span<UInt8>) -> (utf8: [UInt8], count: Int, first: Int?) {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 16)
    var count = 0
    var first: Int?
    var position = 0
    while position < text.count {
      let bad = firstInvalid(text, from: position)
      unsafe text.extracting(position..<bad).withUnsafeBufferPointer { buffer in
        unsafe result.append(contentsOf: buffer)
      }
      guard bad < text.count else { break }
      result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      if first == nil { first = bad }
      count += 1
      position = bad + illFormedLength(text, at: bad)
    }
    return (result, count, first)
  }
}
