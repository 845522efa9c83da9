/// A walk over the lines of an embedded table; comments and empty lines are passed over.
///
/// It must not outlive the bytes that it was made with.
@safe
struct TableLines {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var lineEnd = 0
  private var nextLine = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = bytes
  }

  /// Goes to the next line; `false` after the last.
  mutating func next() -> Bool {
    while unsafe nextLine < bytes.count {
      index = nextLine
      lineEnd = index
      while unsafe lineEnd < bytes.count, unsafe bytes[lineEnd] != 0x0A { lineEnd += 1 }
      nextLine = lineEnd + 1
      if lineEnd > index, unsafe bytes[index] != UInt8(ascii: "#") { return true }
    }
    return false
  }

  /// The first letter of the section name when the line is `[name]`.
  func sectionInitial() -> UInt8? {
    guard lineEnd - index > 2, unsafe bytes[index] == UInt8(ascii: "[") else { return nil }
    return unsafe bytes[index + 1]
  }

  /// The range of scalars that the line gives as `LOW` or `LOW-HIGH`, in hexadecimal digits.
  mutating func hexRange() -> ClosedRange<UInt32>? {
    guard let low = hex() else { return nil }
    guard index < lineEnd, unsafe bytes[index] == UInt8(ascii: "-") else { return low...low }
    index += 1
    guard let high = hex(), high >= low, high < 0x11_0000 else { return nil }
    return low...high
  }

  private mutating func hex() -> UInt32? {
    var value: UInt32 = 0
    let start = index
    while index < lineEnd, index - start < 6 {
      let byte = unsafe bytes[index]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
      default: return index > start ? value : nil
      }
      index += 1
    }
    return index > start ? value : nil
  }

  /// Steps over a tab; `false` when there is none.
  mutating func skipTab() -> Bool {
    guard index < lineEnd, unsafe bytes[index] == 0x09 else { return false }
    index += 1
    return true
  }

  /// The next scalar of the line; `nil` at its end or at a tab.
  mutating func scalar() -> UInt32? {
    guard index < lineEnd, unsafe bytes[index] != 0x09 else { return nil }
    let decoded = unsafe UTF8Decoding.scalar(in: bytes, at: index)
    index += decoded.length
    return decoded.value
  }
}
