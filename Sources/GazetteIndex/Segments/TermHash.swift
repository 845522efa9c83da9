/// The hash of a term in memory: eight bytes at a time, multiplied to 128 bits and folded (the step of wyhash).
enum TermHash {
  private static let first: UInt64 = 0xA076_1D64_78BD_642F
  private static let second: UInt64 = 0xE703_7ED1_A0B4_28DB

  /// The hash of a field's number and the bytes of a term.
  @inline(__always)
  static func of(field: UInt8, _ term: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(term)
    let count = bytes.count
    var hash = first ^ UInt64(field) &* second
    var at = 0
    while at + 8 <= count {
      hash = unsafe mix(hash ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self), second)
      at += 8
    }
    var rest: UInt64 = 0
    while at < count {
      rest = unsafe rest << 8 | UInt64(bytes[at])
      at += 1
    }
    return mix(hash ^ rest, first ^ UInt64(count))
  }

  @inline(__always)
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
