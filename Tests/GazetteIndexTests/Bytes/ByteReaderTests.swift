import Testing

@testable import GazetteIndex

@Suite struct ByteReaderTests {
  private func read<Result>(_ bytes: [UInt8], _ body: (inout ByteReader) -> Result) -> Result {
    // A byte on either side, so that reading beyond the end would not go unseen.
    let framed = [0xFF] + bytes + [0x01]
    return framed.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("there are no bytes") }
      var reader = ByteReader(ByteView(base: base + 1, count: bytes.count))
      return body(&reader)
    }
  }

  @Test(
    "variable-length numbers come back",
    arguments: [0, 1, 127, 128, 16_383, 16_384, UInt64(UInt32.max), 1 << 63, .max])
  func varints(number: UInt64) {
    var writer = ByteWriter()
    writer.varint(number)
    let (value, failed, atEnd) = read(writer.bytes) { ($0.varint(), $0.hasFailed, $0.isAtEnd) }
    #expect(value == number)
    #expect(!failed)
    #expect(atEnd)
    #expect(
      read(Array(writer.bytes.dropLast())) { reader in
        _ = reader.varint()
        return reader.hasFailed
      })
  }

  @Test("a number of over 64 bits fails")
  func tooLong() {
    let long = [UInt8](repeating: 0x80, count: 9)
    for last in [[0x02], [0x80, 0x01], [0xFF]] as [[UInt8]] {
      #expect(
        read(long + last) { reader in
          _ = reader.varint()
          return reader.hasFailed
        })
    }
  }

  @Test("reading beyond the end gives zero and fails for good")
  func beyond() {
    read([1, 2, 3]) { reader in
      #expect(reader.read(UInt16.self) == 0x0201)
      #expect(reader.read(UInt32.self) == 0)
      #expect(reader.hasFailed)
      #expect(reader.read(UInt8.self) == 0)
      #expect(reader.bytes(1).count == 0)
      #expect(reader.length() == 0)
    }
  }

  /// What a string in front of its length reads as, and whether that failed.
  private func string(_ bytes: [UInt8]) -> (text: String, failed: Bool) {
    read(bytes) { ($0.string(), $0.hasFailed) }
  }

  @Test("a length over what is left fails, and so do bytes that are no text")
  func lengths() {
    #expect(string([5, 65, 66]) == ("", true))
    #expect(string([2, 0xC3, 0x28]) == ("", true))
    #expect(string([2, 65, 66]) == ("AB", false))
  }
}
