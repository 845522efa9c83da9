/// 128 numbers of at most 32 bits to and from `bits` bits each.
///
/// The numbers lie in four lanes (Lemire and Boytsov 2015): number *i* is row *i* / 4 of lane *i* mod 4, and every lane is
/// a row of bits of its own, so that four numbers are moved at a time. A packed block takes 16 bytes for every bit.
enum BitPacking {
  /// How many numbers a block has.
  static let count = 128

  /// The number of bits that the largest of some numbers needs.
  static func bits(of numbers: UnsafePointer<UInt32>, count: Int) -> Int {
    var all: UInt32 = 0
    for index in 0..<count { all |= unsafe numbers[index] }
    return 32 - all.leadingZeroBitCount
  }

  /// Appends 128 numbers, packed.
  static func pack(_ numbers: UnsafePointer<UInt32>, bits: Int, into writer: inout ByteWriter) {
    guard bits > 0 else { return }
    var word = SIMD4<UInt32>(repeating: 0)
    var filled = 0
    for row in 0..<32 {
      let value = unsafe UnsafeRawPointer(numbers).loadUnaligned(
        fromByteOffset: row * 16, as: SIMD4<UInt32>.self)
      word |= value &<< SIMD4(repeating: UInt32(filled))
      filled += bits
      if filled >= 32 {
        write(word, into: &writer)
        filled -= 32
        // What did not fit; a shift by 32 must leave nothing.
        word =
          filled == 0
          ? SIMD4(repeating: 0) : value &>> SIMD4(repeating: UInt32(bits - filled))
      }
    }
  }

  private static func write(_ word: SIMD4<UInt32>, into writer: inout ByteWriter) {
    for lane in 0..<4 { writer.write(word[lane]) }
  }

  /// Unpacks 128 numbers from 16 bytes a bit.
  @inline(__always)
  static func unpack(
    _ packed: UnsafePointer<UInt8>, bits: Int, into numbers: UnsafeMutablePointer<UInt32>
  ) {
    let target = UnsafeMutableRawPointer(numbers)
    guard bits > 0 else {
      for row in 0..<32 {
        unsafe target.storeBytes(
          of: SIMD4<UInt32>(repeating: 0), toByteOffset: row * 16, as: SIMD4<UInt32>.self)
      }
      return
    }
    let source = unsafe UnsafeRawPointer(packed)
    let mask = SIMD4<UInt32>(repeating: bits == 32 ? .max : (1 << UInt32(bits)) - 1)
    var word = unsafe source.loadUnaligned(as: SIMD4<UInt32>.self)
    var next = 16
    var used = 0
    for row in 0..<32 {
      var value = word &>> SIMD4(repeating: UInt32(used))
      used += bits
      if used >= 32 {
        used -= 32
        if row < 31 {
          unsafe word = source.loadUnaligned(fromByteOffset: next, as: SIMD4<UInt32>.self)
          next += 16
          if used > 0 { value |= word &<< SIMD4(repeating: UInt32(bits - used)) }
        }
      }
      unsafe target.storeBytes(
        of: value & mask, toByteOffset: row * 16, as: SIMD4<UInt32>.self)
    }
  }
}
