// Looks at sixteen bytes at a step, for the loops that pass over whole texts.

/// Sixteen bytes of a text.
@usableFromInline package typealias ByteVector = SIMD16<UInt8>

extension SIMD16 where Scalar == UInt8 {
  /// The lanes of a mask as bits: 8 a lane, the first lane lowest; all zero when no lane is set.
  @inlinable @inline(__always)
  package static func lanes(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD2<UInt64> {
    unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
  }

  /// How many lanes of up to 31 added masks were set; `counts` has a count a lane.
  @inlinable @inline(__always)
  package static func sum(_ counts: ByteVector) -> Int {
    let halves = unsafe unsafeBitCast(counts, to: SIMD2<UInt64>.self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    return Int((halves[0] &* ones) >> 56) + Int((halves[1] &* ones) >> 56)
  }

  /// A mask as numbers to count with: 255 for a lane that is set, 0 for the others.
  @inlinable @inline(__always)
  package static func bytes(of mask: SIMDMask<SIMD16<Int8>>) -> ByteVector {
    unsafe unsafeBitCast(mask, to: ByteVector.self)
  }

  /// Whether any of sixteen bytes is not zero.
  @inlinable @inline(__always)
  package static func isAnySet(_ bytes: ByteVector) -> Bool {
    let halves = unsafe unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] != 0
  }

  /// Sixteen bytes moved up by one or two places, with zeros in front.
  package static func shifted(_ bytes: ByteVector, by places: Int) -> ByteVector {
    var result = ByteVector()
    for lane in places..<16 { result[lane] = bytes[lane - places] }
    return result
  }

  /// The first lane that is set in a mask, or 16.
  @inlinable @inline(__always)
  package static func first(in mask: SIMDMask<SIMD16<Int8>>) -> Int {
    let lanes = lanes(mask)
    if lanes[0] != 0 { return lanes[0].trailingZeroBitCount >> 3 }
    if lanes[1] != 0 { return 8 + lanes[1].trailingZeroBitCount >> 3 }
    return 16
  }
}

extension Span where Element == UInt8 {
  /// The sixteen bytes at a place; all of them must lie within the span.
  @inlinable @inline(__always)
  package func vector(at position: Int) -> ByteVector {
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: ByteVector.self)
  }

  /// The first place of a byte at or after a place; `nil` when there is none.
  package func firstPlace(of byte: UInt8, from start: Int) -> Int? {
    let wanted = ByteVector(repeating: byte)
    var position = start
    while position + 64 <= count {
      let hits =
        (vector(at: position) .== wanted) .| (vector(at: position &+ 16) .== wanted)
        .| (vector(at: position &+ 32) .== wanted) .| (vector(at: position &+ 48) .== wanted)
      let lanes = ByteVector.lanes(hits)
      if lanes[0] | lanes[1] != 0 { break }
      position &+= 64
    }
    while position + 16 <= count {
      let lane = ByteVector.first(in: vector(at: position) .== wanted)
      if lane < 16 { return position + lane }
      position += 16
    }
    while position < count {
      if self[position] == byte { return position }
      position += 1
    }
    return nil
  }
}
