import Testing

@testable import GazetteIndex

@Suite struct BlockBitSetTests {
  /// Checks a set of so many entries, every third from 1000 on; whether it says that there are 128.
  private func write(_ count: Int, last: UInt32?) -> (isTaken: Bool, isWhole: Bool) {
    var words = [UInt64](repeating: 0, count: 8)
    for entry in 0..<count { words[entry * 3 / 64] |= 1 << UInt64(entry * 3 % 64) }
    return words.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
        let set = BlockBitSet(
          ByteView(base: base, count: bytes.count), base: 1000, last: last)
      else { return (false, false) }
      var docIDs = [UInt32](repeating: 0, count: 129)
      let isWhole = docIDs.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.map { set.write(to: $0) } ?? false
      }
      for place in 0..<128 {
        #expect(docIDs[place] == 1000 + UInt32(min(place, count - 1)) * 3)
      }
      #expect(docIDs[128] == 0)
      return (true, isWhole)
    }
  }

  @Test(
    "a set of 128 entries is written out; one of fewer or more is told, and nothing more written")
  func counts() {
    #expect(write(128, last: nil) == (true, true))
    #expect(write(128, last: 1000 + 127 * 3) == (true, true))
    #expect(write(127, last: nil) == (true, false))
    #expect(write(1, last: nil) == (true, false))
    #expect(write(140, last: nil) == (true, false))
  }

  @Test("a set whose last entry is another than the one told is refused, and so is an empty one")
  func lastEntry() {
    #expect(!write(128, last: 1000 + 126 * 3).isTaken)
    #expect(!write(128, last: 5000).isTaken)
    #expect(!write(0, last: nil).isTaken)
  }
}
