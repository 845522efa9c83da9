import GazetteTestSupport
import Testing

@testable import GazetteIndex

/// As `CorruptionTests`, on an index that holds every kind of block; `make soak` takes every byte, `make test` some.
@Suite struct BlockCorruptionTests {
  private let sample = DamagedSample()

  @Test("the index holds sets of bits, packed numbers, several segments and deletions")
  func kinds() throws {
    try sample.buildWide()
    #expect(try Int(sample.firstBlockMark("most")) > PostingFormat.bitSetMark)
    #expect(try (1...32).contains(sample.firstBlockMark("t3")))
    let searcher = try SearchIndex(at: sample.folder.path).searcher()
    #expect(searcher.segmentCount == 2 && searcher.groupCount == 3)
    #expect(searcher.segments[0].live.deletedEntryCount == 300)
    let group = try #require(try searcher.group(key: "g0"))
    let packed = try searcher.segments[0].segment.groups.packed(of: 0).count
    #expect(try searcher.stored(of: group).count == 9000 && packed < 3000)
    #expect(try searcher.count(Sample.term("roads")) > 128)
    #expect(try IndexExamination(of: sample.folder.path).damages.isEmpty)
  }

  @Test(
    "a changed byte is found by the examination, and no search answers wrongly", .tags(.corruption))
  func flips() throws {
    try sample.buildWide()
    let expected = try sample.answers()
    var count = 0
    for name in sample.names {
      let bytes = sample.folder.read(name)
      let step = TestScale.factor > 1 ? 1 : 13
      for offset in stride(from: 0, to: bytes.count, by: step) {
        var damaged = bytes
        damaged[offset] ^= 1 << UInt8(offset % 8)
        sample.folder.write(name, damaged)
        count += 1
        if let found = try? sample.answers(), found != expected {
          Issue.record("\(name) at \(offset): a wrong answer")
          return
        }
        if try IndexExamination(of: sample.folder.path).damages.isEmpty {
          Issue.record("\(name) at \(offset) is not found")
          return
        }
      }
      sample.folder.write(name, bytes)
    }
    #expect(try sample.answers() == expected)
    print("\(count) changed bytes among blocks of every kind, all found, 0 wrong answers")
  }

  @Test("hostile blocks under right checksums neither trap nor hang", .tags(.corruption))
  func hostile() throws {
    try sample.buildWide()
    var generator = SeededGenerator(seed: OracleTests.seed)
    let name = sample.names[0]
    let original = sample.folder.read(name)
    let manifest = sample.folder.read(Manifest.name)
    let body = try sample.body(name)
    var survived = 0
    for round in 0..<(400 * TestScale.factor) {
      var hostile = body
      for _ in 0..<(1 + generator.below(3)) {
        let offset = generator.below(body.count)
        let values: [UInt8] = [0, 1, 0x3F, 0x40, 0x7F, 0x80, 0xFF, body[offset] ^ 1]
        hostile[offset] = values[generator.below(values.count)]
      }
      try sample.adopt(name, body: hostile)
      if (try? sample.answers()) != nil { survived += 1 }
      if round % 10 == 0 { try? merge() }
      if round % 5 == 0 { _ = try? IndexExamination(of: sample.folder.path) }
      sample.folder.write(name, original)
      sample.folder.write(Manifest.name, manifest)
    }
    #expect(survived > 20)
  }

  private func merge() throws(IndexError) {
    let segments = try SearchIndex(at: sample.folder.path).searcher().segments
    _ = try SegmentMerger(segments, schema: Sample.schema).write(to: nil)
  }
}
