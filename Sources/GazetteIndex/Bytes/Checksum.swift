/// The 64-bit xxHash (XXH64, seed 0) of a stretch of bytes: fast, and certain to notice any single changed byte in practice.
///
/// It guards against damage, not against forgery.
enum Checksum {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// The four sums that go side by side.
  ///
  /// Numbers of their own and not a vector, as few processors multiply several so wide at once.
  private struct Lanes {
    var first = prime1 &+ prime2
    var second = prime2
    var third: UInt64 = 0
    var fourth = 0 &- prime1
  }

  /// The checksum of some bytes.
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    unsafe of(bytes, UnsafeRawBufferPointer(start: nil, count: 0))
  }

  /// The checksum of some bytes and a few more that follow them elsewhere in memory.
  static func of(_ bytes: UnsafeRawBufferPointer, _ more: UnsafeRawBufferPointer) -> UInt64 {
    var lanes = Lanes()
    let whole = bytes.count & ~31
    unsafe add(bytes, upTo: whole, to: &lanes)
    let count = bytes.count + more.count
    guard more.count > 0 else { return unsafe finish(lanes, count, bytes, whole) }
    let rest = unsafe Array(bytes[whole...]) + Array(more)
    return unsafe rest.withUnsafeBytes { rest in
      let end = rest.count & ~31
      unsafe add(rest, upTo: end, to: &lanes)
      return unsafe finish(lanes, count, rest, end)
    }
  }

  @inline(__always)
  private static func add(
    _ bytes: UnsafeRawBufferPointer, upTo end: Int, to lanes: inout Lanes
  ) {
    var at = 0
    while at < end {
      lanes.first = unsafe round(lanes.first, word(bytes, at))
      lanes.second = unsafe round(lanes.second, word(bytes, at + 8))
      lanes.third = unsafe round(lanes.third, word(bytes, at + 16))
      lanes.fourth = unsafe round(lanes.fourth, word(bytes, at + 24))
      at += 32
    }
  }

  /// The checksum, given what is left of the bytes behind the stripes of 32.
  private static func finish(
    _ lanes: Lanes, _ count: Int, _ bytes: UnsafeRawBufferPointer, _ offset: Int
  ) -> UInt64 {
    var hash: UInt64
    if count >= 32 {
      hash =
        rotate(lanes.first, 1) &+ rotate(lanes.second, 7) &+ rotate(lanes.third, 12)
        &+ rotate(lanes.fourth, 18)
      hash = (hash ^ round(0, lanes.first)) &* prime1 &+ prime4
      hash = (hash ^ round(0, lanes.second)) &* prime1 &+ prime4
      hash = (hash ^ round(0, lanes.third)) &* prime1 &+ prime4
      hash = (hash ^ round(0, lanes.fourth)) &* prime1 &+ prime4
    } else {
      hash = prime5
    }
    hash = hash &+ UInt64(count)
    return unsafe finish(hash, bytes, offset)
  }

  private static func finish(
    _ start: UInt64, _ bytes: UnsafeRawBufferPointer, _ offset: Int
  ) -> UInt64 {
    var hash = start
    var at = offset
    while at <= bytes.count - 8 {
      hash = unsafe rotate(hash ^ round(0, word(bytes, at)), 27) &* prime1 &+ prime4
      at += 8
    }
    if at <= bytes.count - 4 {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)
      hash =
        rotate(hash ^ (UInt64(UInt32(littleEndian: word)) &* prime1), 23) &* prime2 &+ prime3
      at += 4
    }
    while at < bytes.count {
      hash = rotate(hash ^ (UInt64(unsafe bytes[at]) &* prime5), 11) &* prime1
      at += 1
    }
    hash = (hash ^ (hash >> 33)) &* prime2
    hash = (hash ^ (hash >> 29)) &* prime3
    return hash ^ (hash >> 32)
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotate(lane &+ word &* prime2, 31) &* prime1
  }

  @inline(__always)
  private static func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    (value << bits) | (value >> (64 - bits))
  }
}
