import GazetteTestSupport

@testable import GazetteIndex

extension DamagedSample {
  /// Makes an index that holds what a smaller one does not: several full blocks of postings of either kind, frequencies and
  /// positions with exceptions, and stored bytes in several compressed blocks.
  func buildWide() throws {
    var generator = SeededGenerator(seed: 5)
    let writer = try IndexWriter(
      folder: IndexFolder(path: folder.path), schema: Sample.schema, policy: MergePolicy(floor: 0))
    var next = 0
    for group in 0..<3 {
      let entries = (group * 300..<(group * 300 + 300)).map { index in
        var words = generator.once(in: 9) ? ["over"] : ["the"]
        if index == next {
          // Far apart, so that a block is no set; now and then many times.
          let count = generator.once(in: 12) ? 40 : 1 + generator.below(2)
          words += Array(repeating: "roads", count: count)
          next += 1 + generator.below(5)
        }
        if generator.once(in: 40) { words += ["rural", "roads", "and", "bridges"] }
        return Sample.entry(
          words.joined(separator: " "), title: generator.once(in: 30) ? "title" : nil,
          tags: (generator.once(in: 9) ? [] : ["most"]) + (index % 5 < 2 ? [] : ["t\(index % 5)"]),
          year: generator.once(in: 9) ? nil : Int64(1980 + generator.below(40)),
          rank: Int64(index / 9), sentences: [0, 4])
      }
      let stored = (0..<9000).map { UInt8(truncatingIfNeeded: $0 / 7 % 23 + group) }
      try writer.add(EntryGroup(key: "g\(group)", stored: stored, entries: entries))
    }
    try writer.commit()
    try writer.add(Sample.group("g3", "over the roads", "rural roads and bridges"))
    try writer.delete(key: "g1")
    try writer.commit(userData: [4, 5])
    writer.close()
  }

  /// How the first block of a keyword's postings is written.
  func firstBlockMark(_ tag: String) throws -> UInt8 {
    let searcher = try SearchIndex(at: folder.path).searcher()
    let segment = searcher.segments[0].segment
    guard let info = try segment.terms.find(Term(field: Sample.tag, tag)) else { return 0 }
    let blocks = (Int(info.documentFrequency) + 127) / 128
    return try segment.postings(info.postingsStart, info.postingsLength)[blocks * 8]
  }
}
