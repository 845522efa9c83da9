import GazetteTestSupport
import Testing

@testable import GazetteIndex

@Suite struct TermDictionaryTests {
  private let folder = TemporaryFolder()

  @Test("terms are found exactly and by prefix, in order, over several segments")
  func lookUps() throws {
    var generator = SeededGenerator(seed: 3)
    var words: Set<String> = []
    let writer = try IndexWriter(
      folder: IndexFolder(path: folder.path), schema: Sample.schema, memoryBudget: 0,
      policy: MergePolicy(floor: 0))
    for round in 0..<3 {
      var batch: [String] = []
      for _ in 0..<[2000, 300, 40][round] {
        let letters = (0..<(1 + generator.below(9))).map { _ in "abc国"[generator.below(4)] }
        batch.append(letters.joined())
      }
      words.formUnion(batch)
      try writer.add(
        EntryGroup(
          key: "\(round)", stored: [], entries: batch.map { Sample.entry("", tags: [$0]) }))
    }
    try writer.commit()
    let searcher = try SearchIndex(at: folder.path).searcher()
    #expect(searcher.segmentCount == 3)
    let sorted = words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let all = try searcher.terms(prefix: Term(field: Sample.tag, ""))
    #expect(all.map(\.term.bytes) == sorted.map { Array($0.utf8) })
    for word in sorted {
      #expect(try searcher.documentFrequency(of: Term(field: Sample.tag, word)) > 0)
      #expect(try searcher.documentFrequency(of: Term(field: Sample.tag, word + "!")) == 0)
      #expect(try searcher.documentFrequency(of: Term(field: Sample.title, word)) == 0)
    }
    for prefix in ["a", "ab", "国", "cc国", "zzz", "A", "caaaaaaab"] {
      let found = try searcher.terms(prefix: Term(field: Sample.tag, prefix))
      let wanted = sorted.filter { $0.utf8.starts(with: prefix.utf8) }
      #expect(found.map(\.term.bytes) == wanted.map { Array($0.utf8) })
      let few = try searcher.terms(prefix: Term(field: Sample.tag, prefix), limit: 3)
      #expect(few.map(\.term) == found.prefix(3).map(\.term))
      #expect(few.map(\.documentFrequency) == found.prefix(3).map(\.documentFrequency))
    }
  }
}

extension String {
  fileprivate subscript(place: Int) -> String { String(self[index(startIndex, offsetBy: place)]) }
}
