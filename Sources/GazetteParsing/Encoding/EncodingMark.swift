/// The byte-order mark of a file.
struct EncodingMark {
  /// The encoding that the mark says; `nil` without one.
  var encoding: TextEncoding?
  /// The bytes of the mark.
  var length = 0

  init(_ bytes: Span<UInt8>) {
    func starts(_ mark: [UInt8]) -> Bool {
      guard bytes.count >= mark.count else { return false }
      for (index, byte) in mark.enumerated() where bytes[index] != byte { return false }
      return true
    }
    if starts([0xEF, 0xBB, 0xBF]) {
      (encoding, length) = (.utf8, 3)
    } else if starts([0xFF, 0xFE, 0, 0]), bytes.count % 4 == 0 {
      // A text in UTF-16 that begins with a zero would look the same, and there is none.
      (encoding, length) = (.utf32LittleEndian, 4)
    } else if starts([0, 0, 0xFE, 0xFF]) {
      (encoding, length) = (.utf32BigEndian, 4)
    } else if starts([0xFF, 0xFE]) {
      (encoding, length) = (.utf16LittleEndian, 2)
    } else if starts([0xFE, 0xFF]) {
      (encoding, length) = (.utf16BigEndian, 2)
    }
  }
}
