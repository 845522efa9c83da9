import GazetteTestSupport
import Testing

@testable import GazetteAnalysis
@testable import GazetteIndex

@Suite struct SegmentBufferTests {
  /// Groups whose words are mostly new, so that tables fill fast.
  private static func groups(_ count: Int, seed: UInt64, keyed: Bool = true) -> [EntryGroup] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      let entries = (0..<(1 + generator.below(3))).map { _ in
        let words = (0..<generator.below(60)).map { _ in
          generator.once(in: 3) ? "common" : "w\(generator.below(9000))"
        }
        return Sample.entry(
          words.joined(separator: " "), title: generator.once(in: 4) ? "title \(number)" : nil,
          tags: ["t\(generator.below(300))"], year: Int64(number))
      }
      return EntryGroup(
        key: keyed ? "k\(number % (count * 3 / 4))" : nil,
        stored: Array("stored \(number)".utf8), entries: entries)
    }
  }

  private static func files(of folder: TemporaryFolder) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in folder.names where name != "lock" { files[name] = folder.read(name) }
    return files
  }

  @Test("a segment is the same byte for byte however often its postings were spilled")
  func spilling() throws {
    let groups = Self.groups(600, seed: 11)
    var expected: [String: [UInt8]] = [:]
    for budget in [64 << 20, 900_000, 500_000, 400_000] {
      let folder = TemporaryFolder()
      let writer = try IndexWriter(
        at: folder.path, schema: Sample.schema, memoryBudget: budget)
      for group in groups { try writer.add(group) }
      try writer.commit()
      writer.close()
      let files = Self.files(of: folder)
      #expect(files.count == 2, "\(files.keys)")
      if expected.isEmpty { expected = files }
      #expect(files == expected, "\(budget)")
    }
  }

  @Test("the memory stays within the budget, but for one entry", arguments: [100_000, 1 << 20])
  func budget(_ budget: Int) throws {
    let folder = TemporaryFolder()
    let buffer = SegmentBuffer(
      schema: Sample.schema, analyzer: .standard, folder: IndexFolder(path: folder.path),
      memoryBudget: budget)
    var peak = 0
    var count = 0
    for group in Self.groups(3000, seed: 12) where !buffer.isFull {
      try buffer.add(group)
      peak = max(peak, buffer.byteCount)
      count += 1
    }
    #expect(peak <= budget + 70_000)
    #expect(count > 150)
    #expect(folder.names == [], "what was spilled has no name")
    let file = try buffer.finish()
    try file.publish(as: Segment.name(1))
    let segment = try Segment(folder: folder.path, number: 1, schema: Sample.schema)
    #expect(segment.groups.count == count)
    try segment.file.verify()
  }

  @Test("tasks that fill parts give the answers of one writer, whatever the budget")
  func parts() async throws {
    let groups = Self.groups(400, seed: 13, keyed: false)
    let alone = TemporaryFolder()
    let writer = try IndexWriter(at: alone.path, schema: Sample.schema)
    for group in groups { try writer.add(group) }
    try writer.commit()
    let expected = try SearchIndex(at: alone.path).searcher()
    for budget in [30_000, 64 << 20] {
      let folder = TemporaryFolder()
      let writer = try IndexWriter(
        folder: IndexFolder(path: folder.path), schema: Sample.schema,
        policy: MergePolicy(segmentLimit: 1))
      let parts = (0..<4).map { _ in writer.makePart(memoryBudget: budget) }
      try await withThrowingTaskGroup(of: Void.self) { tasks in
        for (number, part) in parts.enumerated() {
          tasks.addTask {
            for group in groups[(number * 100)..<((number + 1) * 100)] { try part.add(group) }
            try part.seal()
          }
        }
        try await tasks.waitForAll()
      }
      for part in parts { try writer.append(part) }
      try writer.commit()
      let searcher = try SearchIndex(at: folder.path).searcher()
      #expect(searcher.segmentCount == 1)
      for query in [Sample.term("common"), Sample.term("w17"), Sample.phrase("common", "common")] {
        #expect(try searcher.search(query, limit: 500) == expected.search(query, limit: 500))
      }
    }
    #expect(try expected.search(Sample.term("common"), limit: 1).totalCount > 300)
  }

  @Test("an effect that fails while postings are spilled loses nothing")
  func failures() throws {
    let groups = Self.groups(120, seed: 14)
    func run(_ folder: IndexFolder) throws {
      let writer = try IndexWriter(
        folder: folder, schema: Sample.schema, memoryBudget: 120_000)
      for group in groups {
        // The group is in memory also when adding it throws.
        do { try writer.add(group) } catch {}
      }
      do { try writer.commit() } catch { try writer.commit() }
      writer.close()
    }
    let whole = TemporaryFolder()
    let counting = IndexFolder(path: whole.path)
    try run(counting)
    let expected = try SearchIndex(at: whole.path).searcher()
    #expect(counting.effectCount > 12)
    for failure in 2..<counting.effectCount {
      let folder = TemporaryFolder()
      try run(IndexFolder(path: folder.path, failingOnceAfter: failure))
      let searcher = try SearchIndex(at: folder.path).searcher()
      #expect(searcher.groupCount == expected.groupCount, "failure \(failure)")
      let query = Sample.term("common")
      #expect(try searcher.count(query) == expected.count(query), "failure \(failure)")
      for group in searcher.groups {
        let key = try searcher.key(of: group)
        let other = try #require(try expected.group(key: key))
        #expect(try searcher.stored(of: group) == expected.stored(of: other))
      }
    }
  }

  @Test("a group without key is found by its entries only, and never replaced")
  func keyless() throws {
    let folder = TemporaryFolder()
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    for round in 0..<2 {
      try writer.add(EntryGroup(key: nil, stored: [], entries: [Sample.entry("roads \(round)")]))
      try writer.add(Sample.group("a", "rivers"))
      try writer.add(EntryGroup(key: nil, stored: [], entries: [Sample.entry("bridges")]))
      try writer.commit()
    }
    let searcher = try SearchIndex(at: folder.path).searcher()
    #expect(searcher.groupCount == 5)
    #expect(try searcher.group(key: "") == nil)
    #expect(try searcher.count(Sample.term("bridges")) == 2)
    #expect(try searcher.group(key: "a") != nil)
  }
}
