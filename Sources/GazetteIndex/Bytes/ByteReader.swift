/// Reads numbers and bytes one after the other and never beyond the end.
///
/// A read that fails gives zero and sets `hasFailed` for good, so that a decoder may read a whole record and check once.
@safe package struct ByteReader {
  private let view: ByteView
  /// How many bytes have been read.
  package private(set) var offset = 0
  /// Whether a read went over the end or met a number that is too long.
  package private(set) var hasFailed = false

  /// Creates a reader of a view, from its first byte.
  package init(_ view: ByteView, at offset: Int = 0) {
    self.view = view
    self.offset = offset
    if offset < 0 || offset > view.count {
      self.offset = view.count
      hasFailed = true
    }
  }

  /// Whether everything has been read.
  package var isAtEnd: Bool { offset >= view.count }

  /// How many bytes are left.
  package var remaining: Int { view.count - offset }

  @inline(__always)
  private mutating func fail() {
    hasFailed = true
    offset = view.count
  }

  /// Reads a number of fixed width.
  @inline(__always)
  mutating func read<Number: FixedWidthInteger & BitwiseCopyable>(_: Number.Type) -> Number {
    let size = MemoryLayout<Number>.size
    guard remaining >= size else {
      fail()
      return 0
    }
    defer { offset += size }
    return view.load(offset, as: Number.self)
  }

  /// Reads a number of seven bits a byte, least significant first, of at most 64 bits.
  @inline(__always)
  package mutating func varint() -> UInt64 {
    if offset < view.count {
      let byte = unsafe view.base[offset]
      if byte < 0x80 {
        offset += 1
        return UInt64(byte)
      }
      if offset + 1 < view.count {
        let second = unsafe view.base[offset + 1]
        if second < 0x80 {
          offset += 2
          return UInt64(byte & 0x7F) | UInt64(second) &<< 7
        }
      }
    }
    let (value, end) = Self.longVarint(view, offset)
    guard end > offset else {
      fail()
      return 0
    }
    offset = end
    return value
  }

  /// A number of any length, and where it ends: at 0 when it is cut off or too long.
  ///
  /// Not a method that changes the reader, which so can be kept in registers.
  private static func longVarint(_ view: ByteView, _ start: Int) -> (value: UInt64, end: Int) {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    var offset = start
    while offset < view.count {
      let byte = unsafe view.base[offset]
      offset += 1
      if shift == 63 && byte > 1 { break }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return (value, offset) }
      shift += 7
      if shift > 63 { break }
    }
    return (0, 0)
  }

  /// Reads a number that must fit 32 bits.
  @inline(__always)
  package mutating func varint32() -> UInt32 {
    let value = varint()
    if value > UInt64(UInt32.max) {
      fail()
      return 0
    }
    return UInt32(truncatingIfNeeded: value)
  }

  /// Reads a number that serves as a count or length of things that take at least a byte each of what is left.
  @inline(__always)
  package mutating func length() -> Int {
    let value = varint()
    if value > UInt64(remaining) {
      fail()
      return 0
    }
    return Int(value)
  }

  /// Reads a number of bytes.
  @inline(__always)
  package mutating func bytes(_ count: Int) -> ByteView {
    guard let slice = view.slice(offset, count) else {
      fail()
      return unsafe ByteView(base: view.base, count: 0)
    }
    offset += count
    return slice
  }

  /// Reads a string with its length in front; bytes that are no UTF-8 fail.
  package mutating func string() -> String {
    let view = bytes(length())
    guard let text = unsafe String(validating: view.buffer, as: UTF8.self) else {
      fail()
      return ""
    }
    return text
  }
}
