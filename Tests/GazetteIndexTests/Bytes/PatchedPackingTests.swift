import GazetteTestSupport
import Testing

@testable import GazetteIndex

@Suite struct PatchedPackingTests {
  /// Numbers of some bits, of which every tenth or so needs more.
  private func numbers(_ count: Int, bits: Int, _ generator: inout SeededGenerator) -> [UInt32] {
    (0..<count).map { _ in
      let width = generator.once(in: 10) ? min(32, bits + 1 + generator.below(20)) : bits
      let mask = UInt32(truncatingIfNeeded: (UInt64(1) << UInt64(width)) - 1)
      return UInt32.random(in: 0 ... .max, using: &generator) & mask
    }
  }

  @Test(
    "numbers come back, all of them and any few of them", arguments: 0...32, [1, 2, 63, 127, 128])
  func roundTrip(bits: Int, count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(bits * 1000 + count))
    let numbers = numbers(count, bits: bits, &generator)
    var writer = ByteWriter()
    // Something before and after, as in a file.
    writer.write(UInt8(7))
    numbers.withUnsafeBufferPointer {
      PatchedPacking.encode($0.baseAddress!, count: count, into: &writer)
    }
    let length = writer.count - 1
    writer.write(UInt64.max)
    writer.bytes.withUnsafeBufferPointer { bytes in
      let view = ByteView(base: bytes.baseAddress!, count: bytes.count)
      var found = [UInt32](repeating: 1, count: 128)
      found.withUnsafeMutableBufferPointer {
        #expect(
          PatchedPacking.decode(view, at: 1, count: count, into: $0.baseAddress!) == length)
      }
      #expect(Array(found[..<count]) == numbers)
      for _ in 0..<20 {
        let first = generator.below(count)
        let end = first + 1 + generator.below(min(8, count - first))
        var few = [UInt32](repeating: 1, count: 8)
        few.withUnsafeMutableBufferPointer {
          #expect(
            PatchedPacking.pick(first..<end, of: count, view, at: 1, into: $0.baseAddress!))
        }
        #expect(few[..<(end - first)] == numbers[first..<end])
      }
    }
  }

  @Test("bytes of any kind are decoded or refused, and never read beyond", arguments: 0..<200)
  func damage(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<50 {
      var bytes = (0..<generator.below(600)).map { _ in UInt8(generator.below(256)) }
      if !bytes.isEmpty { bytes[0] = UInt8(generator.below(40)) | (bytes[0] & 0x80) }
      let count = 1 + generator.below(128)
      let first = generator.below(count)
      let end = first + 1 + generator.below(min(8, count - first))
      ByteReader.reading(bytes) { reader in
        let view = reader.bytes(reader.remaining)
        var all = [UInt32](repeating: 0, count: 128)
        var few = [UInt32](repeating: 0, count: 8)
        let length = all.withUnsafeMutableBufferPointer {
          PatchedPacking.decode(view, at: 0, count: count, into: $0.baseAddress!)
        }
        let isPicked = few.withUnsafeMutableBufferPointer {
          PatchedPacking.pick(first..<end, of: count, view, at: 0, into: $0.baseAddress!)
        }
        #expect(isPicked == (length > 0))
        if isPicked { #expect(few[..<(end - first)] == all[first..<end]) }
      }
    }
  }
}
