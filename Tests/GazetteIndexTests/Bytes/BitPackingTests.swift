import GazetteTestSupport
import Testing

@testable import GazetteIndex

@Suite struct BitPackingTests {
  @Test("128 numbers come back from every width", arguments: 0...32)
  func roundTrip(bits: Int) {
    var generator = SeededGenerator(seed: UInt64(bits))
    let mask = UInt32(truncatingIfNeeded: (UInt64(1) << UInt64(bits)) - 1)
    var numbers = (0..<128).map { _ in UInt32.random(in: 0 ... .max, using: &generator) & mask }
    if bits > 0 { numbers[77] = mask }
    #expect(
      numbers.withUnsafeBufferPointer { BitPacking.bits(of: $0.baseAddress!, count: 128) } == bits)
    var writer = ByteWriter()
    numbers.withUnsafeBufferPointer {
      BitPacking.pack($0.baseAddress!, bits: bits, into: &writer)
    }
    #expect(writer.count == bits * 16)
    var unpacked = [UInt32](repeating: 1, count: 128)
    // One byte more, so that there is an address at width 0 too.
    (writer.bytes + [0]).withUnsafeBufferPointer { packed in
      unpacked.withUnsafeMutableBufferPointer {
        BitPacking.unpack(packed.baseAddress!, bits: bits, into: $0.baseAddress!)
      }
    }
    #expect(unpacked == numbers)
  }
}
