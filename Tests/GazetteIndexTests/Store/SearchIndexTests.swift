import GazetteIndex
import GazetteTestSupport
import Testing

@Suite struct SearchIndexTests {
  @Test("readers see whole commits while a writer adds, replaces, deletes and merges")
  func readingWhileWriting() async throws {
    let folder = TemporaryFolder()
    let path = folder.path
    let rounds = 150
    let writer = try IndexWriter(at: path, schema: Sample.schema)
    try writer.commit(userData: [0])
    writer.close()
    try await withThrowingTaskGroup(of: Int.self) { group in
      group.addTask {
        let writer = try IndexWriter(
          folder: IndexFolder(path: path), schema: Sample.schema, policy: MergePolicy(floor: 4))
        for round in 1...rounds {
          // After round n there are the groups above n / 2 up to n, each saying in which round it was written.
          for key in (round / 2 + 1)...round { try writer.add(Sample.group("\(key)", "r\(round)")) }
          try writer.delete(key: "\(round / 2)")
          try writer.commit(userData: [UInt8(round)])
        }
        return 0
      }
      group.addTask {
        var seen = 0
        var kept: [(Searcher, Int)] = []
        while seen < rounds {
          let index = try SearchIndex(at: path)
          let round = Int(try index.userData()[0])
          if round < seen { throw IndexError.missing(path: "an older commit came back") }
          seen = round
          kept.append((index.searcher(), round))
          if kept.count > 20 { kept.removeFirst() }
          for (searcher, round) in kept {
            let expected = round - round / 2
            guard try searcher.count(Sample.term("r\(round)")) == expected,
              searcher.entryCount == expected
            else { throw IndexError.missing(path: "round \(round) is not whole") }
          }
        }
        return kept.count
      }
      try await group.waitForAll()
    }
  }

  @Test("a folder without index is an error that names the folder")
  func missing() {
    let folder = TemporaryFolder()
    #expect(throws: IndexError.missing(path: folder.path)) {
      _ = try SearchIndex(at: folder.path)
    }
  }
}
