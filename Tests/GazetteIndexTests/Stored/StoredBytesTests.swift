import GazetteTestSupport
import Testing

@testable import GazetteIndex

@Suite struct StoredBytesTests {
  /// A segment's file around packed bytes.
  private func stored(_ packed: [UInt8], _ folder: TemporaryFolder) throws -> StoredBytes {
    let writer = CheckedFileWriter(kind: .segment, to: nil)
    try writer.append(packed)
    folder.write("1.segment", try writer.finish())
    let file = try CheckedFile(path: folder.path + "/1.segment", kind: .segment)
    return try StoredBytes(0..<packed.count, in: file, DecompressorPool())
  }

  private func pack(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = []
    StoredFormat.pack(
      bytes, with: ZstandardFrame.Compressor(level: StoredFormat.level), into: &packed)
    return packed
  }

  @Test("any part of what was packed comes out again", .tags(.property))
  func parts() throws {
    var generator = SeededGenerator(seed: OracleTests.seed)
    let folder = TemporaryFolder()
    let size = StoredFormat.blockSize
    for count in [0, 1, 2, 100, size - 1, size, size + 1, 5 * size + 77] {
      for isRandom in [false, true] {
        let bytes = (0..<count).map { place in
          isRandom ? UInt8(generator.below(256)) : UInt8(place / 9 % 7)
        }
        let packed = pack(bytes)
        #expect(packed.count <= count + 8 + 3 * (count / size + 1))
        if !isRandom, count > 100 { #expect(packed.count < count / 2) }
        let all = try stored(packed, folder)
        #expect(try all.array() == bytes)
        for _ in 0..<20 {
          let low = generator.below(count + 1)
          let range = low..<(low + generator.below(count - low + 1))
          let fresh = try stored(packed, folder)
          #expect(try fresh.array(range) == Array(bytes[range]))
        }
        #expect(throws: IndexError.self) { try all.array(0..<(count + 1)) }
      }
    }
  }

  @Test(
    "hostile bytes are an error or other bytes of the declared length, never more",
    .tags(.corruption))
  func hostile() throws {
    var generator = SeededGenerator(seed: OracleTests.seed + 7)
    let folder = TemporaryFolder()
    let packed = pack((0..<20_000).map { UInt8($0 % 251) })
    var refused = 0
    for _ in 0..<2000 {
      var bytes = packed
      for _ in 0..<(1 + generator.below(4)) {
        bytes[generator.below(generator.once(in: 2) ? 24 : bytes.count)] = UInt8(
          generator.below(256))
      }
      do {
        let found = try stored(bytes, folder)
        #expect(found.count <= bytes.count * StoredFormat.blockSize)
        #expect(try found.array().count == found.count)
      } catch is IndexError {
        refused += 1
      }
    }
    #expect(refused > 1000)
  }
}
