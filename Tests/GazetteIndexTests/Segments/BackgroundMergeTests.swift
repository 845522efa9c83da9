import GazetteTestSupport
import Testing

@testable import GazetteIndex

@Suite struct BackgroundMergeTests {
  private let folder = TemporaryFolder()

  private func openWriter(_ limit: Int = 3) throws -> IndexWriter {
    try IndexWriter(
      folder: IndexFolder(path: folder.path), schema: Sample.schema,
      policy: MergePolicy(segmentLimit: limit, floor: 5), mergesInBackground: true)
  }

  @Test("commits go on while segments merge, and deletions meanwhile are kept")
  func deletions() throws {
    var generator = SeededGenerator(seed: 21)
    let writer = try openWriter()
    var live: [String: Int] = [:]
    for round in 0..<60 {
      for _ in 0..<(1 + generator.below(6)) {
        let key = "k\(generator.below(40))"
        if generator.once(in: 4) {
          #expect(try writer.delete(key: key) == (live.removeValue(forKey: key) != nil))
        } else {
          let count = 1 + generator.below(4)
          let bodies = (0..<count).map { _ in Sample.entry("roads \(key)") }
          try writer.add(EntryGroup(key: key, stored: [UInt8(count)], entries: bodies))
          live[key] = count
        }
      }
      if round % 7 == 6 { try writer.finishMerges() }
      try writer.commit()
      let index = try SearchIndex(at: folder.path)
      try index.verify()
      let searcher = index.searcher()
      #expect(searcher.segmentCount <= 6)
      #expect(searcher.groupCount == live.count)
      #expect(try searcher.count(Sample.term("roads")) == live.values.reduce(0, +))
      for (key, count) in live {
        let group = try #require(try searcher.group(key: key))
        #expect(try searcher.stored(of: group) == [UInt8(count)])
        #expect(try searcher.entries(of: group).count == count)
      }
    }
    try writer.finishMerges()
    try writer.commit()
    writer.close()
    let names = folder.names.filter { $0.hasSuffix(".segment") }
    #expect(names.count == (try SearchIndex(at: folder.path).searcher().segmentCount))
    #expect(names.count <= 3)
  }

  @Test("a writer that closes while segments merge leaves the last commit and no files")
  func closing() throws {
    for round in 0..<20 {
      let writer = try openWriter()
      for number in 0..<4 {
        try writer.add(Sample.group("\(round)-\(number)", "roads", "many roads"))
        try writer.commit()
      }
      writer.close()
      let searcher = try SearchIndex(at: folder.path).searcher()
      #expect(searcher.groupCount == 4 * (round + 1))
      #expect(!folder.names.contains { $0.hasSuffix(".tmp") })
    }
  }

  @Test("a merge that fails harms nothing")
  func failures() throws {
    for failure in stride(from: 20, to: 120, by: 3) {
      let folder = TemporaryFolder()
      let writer = try IndexWriter(
        folder: IndexFolder(path: folder.path, failingOnceAfter: failure),
        schema: Sample.schema, policy: MergePolicy(segmentLimit: 2, floor: 0),
        mergesInBackground: true)
      for number in 0..<10 {
        let group = Sample.group("\(number)", "roads")
        do { try writer.add(group) } catch { try writer.add(group) }
        do { try writer.commit() } catch { try writer.commit() }
      }
      do { try writer.finishMerges() } catch { try writer.finishMerges() }
      try writer.commit()
      writer.close()
      let searcher = try SearchIndex(at: folder.path).searcher()
      #expect(searcher.groupCount == 10, "failure \(failure)")
      #expect(try searcher.count(Sample.term("roads")) == 10)
    }
  }
}
