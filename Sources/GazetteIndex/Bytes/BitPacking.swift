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

  /// Unpacks 128 numbers from 16 bytes a bit; at most 32 bits.
  static func unpack(
    _ packed: UnsafePointer<UInt8>, bits: Int, into numbers: UnsafeMutablePointer<UInt32>
  ) {
    let source = unsafe UnsafeRawPointer(packed)
    let target = UnsafeMutableRawPointer(numbers)
    switch bits {
    case 1: unsafe PackedRows<1>.unpack(source, target)
    case 2: unsafe PackedRows<2>.unpack(source, target)
    case 3: unsafe PackedRows<3>.unpack(source, target)
    case 4: unsafe PackedRows<4>.unpack(source, target)
    case 5: unsafe PackedRows<5>.unpack(source, target)
    case 6: unsafe PackedRows<6>.unpack(source, target)
    case 7: unsafe PackedRows<7>.unpack(source, target)
    case 8: unsafe PackedRows<8>.unpack(source, target)
    case 9: unsafe PackedRows<9>.unpack(source, target)
    case 10: unsafe PackedRows<10>.unpack(source, target)
    case 11: unsafe PackedRows<11>.unpack(source, target)
    case 12: unsafe PackedRows<12>.unpack(source, target)
    case 13: unsafe PackedRows<13>.unpack(source, target)
    case 14: unsafe PackedRows<14>.unpack(source, target)
    case 15: unsafe PackedRows<15>.unpack(source, target)
    case 16: unsafe PackedRows<16>.unpack(source, target)
    case 17: unsafe PackedRows<17>.unpack(source, target)
    case 18: unsafe PackedRows<18>.unpack(source, target)
    case 19: unsafe PackedRows<19>.unpack(source, target)
    case 20: unsafe PackedRows<20>.unpack(source, target)
    case 21: unsafe PackedRows<21>.unpack(source, target)
    case 22: unsafe PackedRows<22>.unpack(source, target)
    case 23: unsafe PackedRows<23>.unpack(source, target)
    case 24: unsafe PackedRows<24>.unpack(source, target)
    case 25: unsafe PackedRows<25>.unpack(source, target)
    case 26: unsafe PackedRows<26>.unpack(source, target)
    case 27: unsafe PackedRows<27>.unpack(source, target)
    case 28: unsafe PackedRows<28>.unpack(source, target)
    case 29: unsafe PackedRows<29>.unpack(source, target)
    case 30: unsafe PackedRows<30>.unpack(source, target)
    case 31: unsafe PackedRows<31>.unpack(source, target)
    case 32: unsafe PackedRows<32>.unpack(source, target)
    default: unsafe numbers.update(repeating: 0, count: count)
    }
  }

  /// Unpacks the numbers of a few places of 128.
  @inline(__always)
  static func pick(
    _ places: Range<Int>, _ packed: UnsafePointer<UInt8>, bits: Int,
    into numbers: UnsafeMutablePointer<UInt32>
  ) {
    let source = unsafe UnsafeRawPointer(packed)
    let mask = UInt64(1) &<< UInt64(bits) &- 1
    for place in places {
      let at = (place >> 2) &* bits
      let offset = (at >> 5) &* 16 &+ (place & 3) &* 4
      let shift = at & 31
      var value = unsafe UInt64(source.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      if shift &+ bits > 32 {
        value |=
          unsafe UInt64(
            source.loadUnaligned(fromByteOffset: offset &+ 16, as: UInt32.self)) &<< 32
      }
      unsafe numbers[place - places.lowerBound] =
        UInt32(truncatingIfNeeded: value &>> UInt64(shift) & mask)
    }
  }

  /// Unpacks 128 distances less one from 16 bytes a bit, and adds them up: the first counts from a base.
  ///
  /// Sums over 32 bits wrap: with at most 24 bits none can, unless the last is below the base.
  static func unpackSums(
    _ packed: UnsafePointer<UInt8>, bits: Int, base: UInt32,
    into numbers: UnsafeMutablePointer<UInt32>
  ) {
    let source = unsafe UnsafeRawPointer(packed)
    let target = UnsafeMutableRawPointer(numbers)
    switch bits {
    case 1: unsafe PackedRows<1>.unpackSums(source, base, target)
    case 2: unsafe PackedRows<2>.unpackSums(source, base, target)
    case 3: unsafe PackedRows<3>.unpackSums(source, base, target)
    case 4: unsafe PackedRows<4>.unpackSums(source, base, target)
    case 5: unsafe PackedRows<5>.unpackSums(source, base, target)
    case 6: unsafe PackedRows<6>.unpackSums(source, base, target)
    case 7: unsafe PackedRows<7>.unpackSums(source, base, target)
    case 8: unsafe PackedRows<8>.unpackSums(source, base, target)
    case 9: unsafe PackedRows<9>.unpackSums(source, base, target)
    case 10: unsafe PackedRows<10>.unpackSums(source, base, target)
    case 11: unsafe PackedRows<11>.unpackSums(source, base, target)
    case 12: unsafe PackedRows<12>.unpackSums(source, base, target)
    case 13: unsafe PackedRows<13>.unpackSums(source, base, target)
    case 14: unsafe PackedRows<14>.unpackSums(source, base, target)
    case 15: unsafe PackedRows<15>.unpackSums(source, base, target)
    case 16: unsafe PackedRows<16>.unpackSums(source, base, target)
    case 17: unsafe PackedRows<17>.unpackSums(source, base, target)
    case 18: unsafe PackedRows<18>.unpackSums(source, base, target)
    case 19: unsafe PackedRows<19>.unpackSums(source, base, target)
    case 20: unsafe PackedRows<20>.unpackSums(source, base, target)
    case 21: unsafe PackedRows<21>.unpackSums(source, base, target)
    case 22: unsafe PackedRows<22>.unpackSums(source, base, target)
    case 23: unsafe PackedRows<23>.unpackSums(source, base, target)
    case 24: unsafe PackedRows<24>.unpackSums(source, base, target)
    case 25: unsafe PackedRows<25>.unpackSums(source, base, target)
    case 26: unsafe PackedRows<26>.unpackSums(source, base, target)
    case 27: unsafe PackedRows<27>.unpackSums(source, base, target)
    case 28: unsafe PackedRows<28>.unpackSums(source, base, target)
    case 29: unsafe PackedRows<29>.unpackSums(source, base, target)
    case 30: unsafe PackedRows<30>.unpackSums(source, base, target)
    case 31: unsafe PackedRows<31>.unpackSums(source, base, target)
    case 32: unsafe PackedRows<32>.unpackSums(source, base, target)
    default: for place in 0..<count { unsafe numbers[place] = base &+ UInt32(place) }
    }
  }
}
