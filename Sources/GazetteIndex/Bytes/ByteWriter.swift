/// Appends numbers and bytes in the form that `ByteReader` reads.
package struct ByteWriter: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  /// Creates an empty writer.
  package init() {}

  /// How many bytes have been written.
  package var count: Int { bytes.count }

  /// Appends a number of fixed width, little-endian.
  package mutating func write(_ number: some FixedWidthInteger) {
    unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends a number of seven bits a byte, least significant first.
  @inline(__always)
  package mutating func varint(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a count.
  package mutating func varint(_ number: Int) { varint(UInt64(number)) }

  /// Appends bytes.
  package mutating func append(_ other: some Collection<UInt8>) { bytes.append(contentsOf: other) }

  /// Appends bytes in memory.
  mutating func append(_ other: UnsafeRawBufferPointer) { unsafe bytes.append(contentsOf: other) }

  /// Appends bytes with their count in front.
  package mutating func counted(_ other: some Collection<UInt8>) {
    varint(other.count)
    bytes.append(contentsOf: other)
  }

  /// Appends a string with the length of its UTF-8 in front.
  package mutating func string(_ text: String) { counted(text.utf8) }

  /// Forgets what was written and keeps the memory.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
