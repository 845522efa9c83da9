import GazetteTestSupport
import Testing

@testable import GazetteIndex

/// Damaged files give an error or the right answer, and hostile ones at least end.
@Suite struct CorruptionTests {
  private let sample = DamagedSample()

  @Test("a flipped byte anywhere is an error or changes no answer", .tags(.corruption))
  func flips() throws {
    try sample.build()
    let expected = try sample.answers()
    var count = 0
    var refused = 0
    for name in sample.names {
      let bytes = sample.folder.read(name)
      for offset in bytes.indices {
        let one: UInt8 = 1 << UInt8(offset % 8)
        for mask in TestScale.factor > 1 ? [1, 2, 4, 8, 16, 32, 64, 128, 0xFF] : [one, 0xFF] {
          var damaged = bytes
          damaged[offset] ^= mask
          sample.folder.write(name, damaged)
          count += 1
          do {
            let found = try sample.answers()
            #expect(found == expected, "\(name) at \(offset)")
          } catch let error as IndexError {
            refused += 1
            #expect("\(error)".contains(name), "\(name) at \(offset): \(error)")
          }
        }
      }
      sample.folder.write(name, bytes)
    }
    #expect(try sample.answers() == expected)
    #expect(count > 4000)
    // Everything that was read is under a checksum; only what no question touches may pass.
    #expect(Double(refused) > Double(count) * 0.99)
    print("\(count) changed bytes, \(refused) refused, 0 wrong answers")
  }

  @Test("a file cut short anywhere, or missing, is an error", .tags(.corruption))
  func cuts() throws {
    try sample.build()
    for name in sample.names {
      let bytes = sample.folder.read(name)
      for length in 0..<bytes.count {
        sample.folder.write(name, Array(bytes[..<length]))
        #expect(throws: IndexError.self, "\(name) of \(length)") { _ = try sample.answers() }
      }
      sample.folder.write(name, bytes + [0])
      #expect(throws: IndexError.self) { _ = try sample.answers() }
      sample.folder.remove(name)
      #expect(throws: IndexError.self) { _ = try sample.answers() }
      sample.folder.write(name, bytes)
    }
    _ = try sample.answers()
  }

  @Test(
    "hostile bytes under right checksums neither trap nor hang, in a search, a merge or an examination",
    .tags(.corruption))
  func hostile() throws {
    try sample.build()
    var generator = SeededGenerator(seed: OracleTests.seed)
    let names = sample.names
    var originals: [String: [UInt8]] = [:]
    var bodies: [String: [UInt8]] = [:]
    for name in names {
      originals[name] = sample.folder.read(name)
      bodies[name] = try sample.body(name)
    }
    var survived = 0
    for round in 0..<(2500 * TestScale.factor) {
      let name = names[generator.below(names.count)]
      guard var body = bodies[name] else { continue }
      for _ in 0..<(1 + generator.below(3)) {
        let offset = generator.below(body.count)
        let values: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF, body[offset] ^ 1, body[offset] &+ 1]
        body[offset] = values[generator.below(values.count)]
      }
      try sample.adopt(name, body: body)
      if (try? sample.answers()) != nil { survived += 1 }
      if round % 20 == 0 { try? merge() }
      if round % 10 == 0 { _ = try? IndexExamination(of: sample.folder.path) }
      for (name, bytes) in originals { sample.folder.write(name, bytes) }
    }
    #expect(survived > 20)
  }

  private func merge() throws(IndexError) {
    let segments = try SearchIndex(at: sample.folder.path).searcher().segments
    _ = try SegmentMerger(segments, schema: Sample.schema).write(to: nil)
  }
}
