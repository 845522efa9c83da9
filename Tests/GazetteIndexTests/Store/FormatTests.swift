import Foundation
import GazetteTestSupport
import Testing

@testable import GazetteIndex

/// A folder of version 1 that is part of the project: what one build has written, every later build must read.
///
/// It was written with `GAZETTE_RECORD=1`. Writing it anew is right only as long as nobody has an index of this version.
@Suite struct FormatTests {
  private static let folder = ProjectFolder.top + "/Tests/GazetteIndexTests/Formats/v1"

  private static let subjects = ["roads", "water", "schools", "ferries", "libraries", "bridges"]
  private static let verbs = ["keeps", "mends", "opens", "counts", "paints"]

  /// A few thousand words of nobody's, with every form that a list can take: one entry, a few, several blocks, sets of
  /// bits, patches, positions of frequent words, keys, columns with and without values.
  private static func entries(of group: Int) -> [IndexEntry] {
    (0..<(1 + group % 7)).map { place in
      let number = group * 7 + place
      var words = ["the town", verbs[number % 5], "its", subjects[number % 6]]
      if number % 3 == 0 { words.append("safe and") }
      words += Array(repeating: "dry", count: number % 40 == 0 ? 40 : number % 4)
      if number % 50 == 0 { words.append("安全饮水有保障") }
      words.append("ledger\(number)")
      return Sample.entry(
        words.joined(separator: " "), title: place == 0 ? "report \(group)" : nil,
        tags: ["g\(group)", number % 2 == 0 ? "even" : "odd"], year: Int64(1990 + number % 40),
        rank: number % 3 == 0 ? nil : Int64(number) * 1_000_003)
    }
  }

  private static func stored(_ group: Int) -> [UInt8] {
    Array(String(repeating: "What is kept of report \(group). ", count: group % 300).utf8)
  }

  private static func record() throws {
    try? FileManager.default.removeItem(atPath: folder)
    let writer = try IndexWriter(
      folder: IndexFolder(path: folder), schema: Sample.schema, memoryBudget: 1 << 20,
      policy: MergePolicy(segmentLimit: 3, ratio: 0, floor: 0))
    for group in 0..<400 {
      try writer.add(
        EntryGroup(key: "r\(group)", stored: stored(group), entries: entries(of: group)))
      if group == 300 { try writer.commit() }
    }
    try writer.commit()
    for group in [3, 150, 350] { try writer.delete(key: "r\(group)") }
    try writer.commit(userData: Array("kept with the commit".utf8))
    writer.close()
    try FileManager.default.removeItem(atPath: folder + "/lock")
  }

  /// The queries whose answers are part of the folder.
  private static let queries: [(name: String, query: Query)] = [
    ("town", Sample.term("town")),
    ("roads", Sample.term("roads")),
    ("ledger1003", Sample.term("ledger1003")),
    ("road as a stem", .term(Term(field: Sample.stems, "road"))),
    ("safe and", Sample.phrase("safe", "and")),
    ("dry dry dry dry", Sample.phrase("dry", "dry", "dry", "dry")),
    ("ferries with paints", .all([Sample.term("ferries"), Sample.term("paints")])),
    ("two ledgers", .any([Sample.term("ledger7"), Sample.term("ledger2779")])),
    ("ledger10 and on", .prefix(Term(field: Sample.body, "ledger10"))),
    ("g42", .term(Term(field: Sample.tag, "g42"))),
    ("from 2000 to 2001", .range(Sample.year, 2000...2001)),
    (
      "安全饮水",
      .phrase(
        field: Sample.body,
        terms: [("安全", 0), ("饮水", 2)].map { PhraseTerm(bytes: Array($0.0.utf8), offset: $0.1) })
    ),
  ]

  /// How an index answers the queries: a line for each with the number of matches and the ten best.
  private static func answers(of searcher: Searcher) throws -> String {
    try queries.map { name, query in
      let results = try searcher.search(query, limit: 10)
      let hits = try results.map { hit in
        let (group, ordinal) = try searcher.group(of: hit)
        return try "\(searcher.key(of: group))/\(ordinal):\(hit.score)"
      }
      return ([name, "\(results.totalCount)"] + hits).joined(separator: "\t") + "\n"
    }.joined()
  }

  @Test("an index of version 1 opens and answers as the build that wrote it")
  func opens() throws {
    let answers = Self.folder + "/answers.tsv"
    if ProcessInfo.processInfo.environment["GAZETTE_RECORD"] != nil {
      try Self.record()
      let searcher = try SearchIndex(at: Self.folder).searcher()
      try Self.answers(of: searcher).write(toFile: answers, atomically: true, encoding: .utf8)
    }
    let index = try SearchIndex(at: Self.folder)
    try index.verify()
    #expect(try index.userData() == Array("kept with the commit".utf8))
    let searcher = index.searcher()
    #expect(searcher.groupCount == 397 && searcher.segmentCount == 2)
    let expected = try String(contentsOfFile: answers, encoding: .utf8)
    #expect(expected.split(separator: "\n").count == Self.queries.count)
    #expect(try Self.answers(of: searcher) == expected)
  }

  @Test("what an index of version 1 holds is what was put into it")
  func holds() throws {
    let searcher = try SearchIndex(at: Self.folder).searcher()
    var words: [String: Int] = [:]
    for group in 0..<400 where ![3, 150, 350].contains(group) {
      let id = try #require(try searcher.group(key: "r\(group)"))
      #expect(try searcher.stored(of: id) == Self.stored(group))
      let entries = Self.entries(of: group)
      #expect(try searcher.entries(of: id).count == entries.count)
      for entry in entries {
        let text = String(decoding: entry.texts[0].utf8, as: UTF8.self)
        for word in Set(text.split(separator: " ")) where word.utf8.allSatisfy({ $0 < 0x80 }) {
          words[String(word), default: 0] += 1
        }
      }
    }
    #expect(try searcher.group(key: "r150") == nil)
    for (word, count) in words {
      #expect(try searcher.count(Sample.term(word)) == count, "\(word)")
    }
  }
}
