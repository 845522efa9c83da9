/// The words of one field in small letters, searched for cues as bytes.
struct CueText {
  let string: String
  let bytes: [UInt8]

  /// Takes the words of a range of bytes.
  init(_ text: [UInt8], in range: Range<Int>) {
    bytes = text[range].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    string = String(decoding: bytes, as: UTF8.self)
  }

  /// Takes the words of a string.
  init(_ words: String) {
    bytes = words.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    string = words
  }

  /// Whether a cue stands anywhere in the words.
  func contains(_ cue: StaticString) -> Bool {
    let count = cue.utf8CodeUnitCount
    guard count > 0, bytes.count >= count else { return count == 0 }
    for start in 0...bytes.count - count where matches(cue, count, at: start) { return true }
    return false
  }

  /// Whether the words begin with a cue.
  func hasPrefix(_ cue: StaticString) -> Bool {
    bytes.count >= cue.utf8CodeUnitCount && matches(cue, cue.utf8CodeUnitCount, at: 0)
  }

  /// Whether the words end in a cue.
  func hasSuffix(_ cue: StaticString) -> Bool {
    let count = cue.utf8CodeUnitCount
    return bytes.count >= count && matches(cue, count, at: bytes.count - count)
  }

  @inline(__always)
  private func matches(_ cue: StaticString, _ count: Int, at start: Int) -> Bool {
    for offset in 0..<count where bytes[start + offset] != cue.utf8Start[offset] { return false }
    return true
  }
}
