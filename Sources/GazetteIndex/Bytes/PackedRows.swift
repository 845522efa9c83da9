/// 128 numbers of a number of bits that the compiler knows, so that every shift is a constant.
///
/// The layout is that of `BitPacking`.
struct PackedRows<let bits: Int> {
  @inline(__always)
  private static func row(
    _ row: Int, _ source: UnsafeRawPointer, _ mask: SIMD4<UInt32>
  ) -> SIMD4<UInt32> {
    let at = row &* bits
    let offset = (at >> 5) &* 16
    let shift = at & 31
    var value =
      unsafe source.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt32>.self)
      &>> SIMD4(repeating: UInt32(truncatingIfNeeded: shift))
    if shift &+ bits > 32 {
      value |=
        unsafe source.loadUnaligned(fromByteOffset: offset &+ 16, as: SIMD4<UInt32>.self)
        &<< SIMD4(repeating: UInt32(truncatingIfNeeded: 32 &- shift))
    }
    return value & mask
  }

  private static var mask: SIMD4<UInt32> {
    @inline(__always) get { SIMD4(repeating: bits == 32 ? .max : (1 << UInt32(bits)) - 1) }
  }

  /// Unpacks the numbers.
  @inline(__always)
  static func unpack(_ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer) {
    for row in 0..<32 {
      unsafe target.storeBytes(
        of: Self.row(row, source, mask), toByteOffset: row &* 16, as: SIMD4<UInt32>.self)
    }
  }

  /// Unpacks distances less one and adds them up: the first counts from a base.
  @inline(__always)
  static func unpackSums(
    _ source: UnsafeRawPointer, _ base: UInt32, _ target: UnsafeMutableRawPointer
  ) {
    var carry = SIMD4<UInt32>(repeating: base &- 1)
    for row in 0..<32 {
      var sum = unsafe Self.row(row, source, mask) &+ SIMD4(repeating: 1)
      sum = sum &+ SIMD4(0, sum[0], sum[1], sum[2])
      sum = sum &+ SIMD4(0, 0, sum[0], sum[1]) &+ carry
      unsafe target.storeBytes(of: sum, toByteOffset: row &* 16, as: SIMD4<UInt32>.self)
      carry = SIMD4(repeating: sum[3])
    }
  }
}
