/// A stretch of bytes in memory that someone else keeps alive: a mapped file or a part of one.
///
/// Every read is checked; reading beyond the end is a mistake of the caller and traps, so that bytes from disk go
/// through `ByteReader` or are measured against `count` first.
@safe package struct ByteView: @unchecked Sendable {
  /// The first byte.
  let base: UnsafePointer<UInt8>
  /// How many bytes there are.
  package let count: Int

  /// Creates a view of memory that outlives it.
  init(base: UnsafePointer<UInt8>, count: Int) {
    unsafe self.base = base
    self.count = count
  }

  /// The part of the view in a range; `nil` when the range lies outside.
  package func slice(_ start: Int, _ length: Int) -> ByteView? {
    guard start >= 0, length >= 0, start <= count, length <= count - start else { return nil }
    return unsafe ByteView(base: base + start, count: length)
  }

  /// The byte at an offset.
  @inline(__always)
  package subscript(offset: Int) -> UInt8 {
    precondition(UInt(bitPattern: offset) < UInt(bitPattern: count))
    return unsafe base[offset]
  }

  /// The little-endian number at an offset.
  @inline(__always)
  func load<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as: Number.Type) -> Number {
    precondition(offset >= 0 && offset <= count - MemoryLayout<Number>.size)
    return unsafe Number(
      littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: Number.self))
  }

  /// The number at a place of an array of 32-bit numbers.
  @inline(__always)
  func word(_ index: Int) -> UInt32 { load(index * 4, as: UInt32.self) }

  /// The bytes as memory.
  var buffer: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: base, count: count) }

  /// A copy of the bytes.
  package var array: [UInt8] { unsafe Array(buffer) }

  /// Compares two stretches byte by byte, the shorter first when one begins the other: below 0, 0 or above 0.
  func compare(to other: UnsafeBufferPointer<UInt8>) -> Int {
    let common = min(count, other.count)
    var at = 0
    while at < common {
      let left = unsafe base[at]
      let right = unsafe other[at]
      if left != right { return left < right ? -1 : 1 }
      at += 1
    }
    return count - other.count
  }
}
