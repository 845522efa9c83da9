import Testing

@testable import GazetteIndex

@Suite struct ChecksumTests {
  @Test(
    "checksums are those of XXH64 with seed 0",
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)])
  func published(text: String, sum: UInt64) {
    #expect(Array(text.utf8).withUnsafeBytes { Checksum.of($0) } == sum)
  }

  @Test("every changed bit changes the checksum, whatever the length")
  func changes() {
    for length in 0..<100 {
      var bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7) }
      let sum = bytes.withUnsafeBytes { Checksum.of($0) }
      for bit in 0..<(length * 8) {
        bytes[bit / 8] ^= 1 << (bit % 8)
        #expect(bytes.withUnsafeBytes { Checksum.of($0) } != sum)
        bytes[bit / 8] ^= 1 << (bit % 8)
      }
    }
  }

  @Test("bytes in two pieces have the checksum of the whole")
  func pieces() {
    let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ 3) }
    for length in 0..<bytes.count {
      for split in 0...length {
        let whole = bytes[..<length].withUnsafeBytes { Checksum.of($0) }
        let pieces = bytes[..<split].withUnsafeBytes { first in
          bytes[split..<length].withUnsafeBytes { Checksum.of(first, $0) }
        }
        #expect(pieces == whole)
      }
    }
  }
}
