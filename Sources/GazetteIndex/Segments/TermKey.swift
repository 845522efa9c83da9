/// A term about to be looked up in a segment in memory, with what the look-up compares first.
@safe struct TermKey {
  /// The field's number.
  let field: UInt8
  /// The bytes of the term.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The first eight bytes, zeros after the end.
  let prefix: UInt64
  /// The hash: eight bytes at a time, multiplied to 128 bits and folded (the step of wyhash).
  let hash: UInt64

  private static let first: UInt64 = 0xA076_1D64_78BD_642F
  private static let second: UInt64 = 0xE703_7ED1_A0B4_28DB

  /// Prepares a term, after whose first byte `readable` bytes may be read.
  @inline(__always)
  init(field: UInt8, bytes: UnsafeBufferPointer<UInt8>, readable: Int) {
    self.field = field
    unsafe self.bytes = bytes
    let count = bytes.count
    let raw = UnsafeRawBufferPointer(bytes)
    if count >= 8 {
      unsafe prefix = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    } else if count > 0, readable >= 8, let base = raw.baseAddress {
      let word = unsafe UInt64(littleEndian: base.loadUnaligned(as: UInt64.self))
      prefix = word & ((1 << UInt64(count * 8)) - 1)
    } else {
      var word: UInt64 = 0
      for at in 0..<count { word |= unsafe UInt64(raw[at]) << UInt64(at * 8) }
      prefix = word
    }
    var hash = Self.mix(prefix ^ Self.first, Self.second ^ UInt64(field) << 32 ^ UInt64(count))
    if count > 8 {
      var at = 8
      while at + 8 < count {
        let word = unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        hash = Self.mix(hash ^ word, Self.second)
        at += 8
      }
      // The last eight bytes may overlap the ones before.
      let word = unsafe raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      hash = Self.mix(hash ^ word, Self.first)
    }
    self.hash = hash
  }

  @inline(__always)
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
