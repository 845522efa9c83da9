import GazetteIndex
import GazetteTestSupport
import Testing

@Suite struct MentionTests {
  let folder = TemporaryFolder()

  private func mention(_ name: String) -> [UInt8] {
    Term(mention: name.utf8, in: Sample.body).bytes
  }

  private func searcher(_ bodies: [(String, [IndexEntry.Mention])]) throws -> Searcher {
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    try writer.add(
      EntryGroup(
        key: "a", stored: [], entries: bodies.map { Sample.entry($0.0, mentions: $0.1) }))
    try writer.commit()
    return try SearchIndex(at: folder.path).searcher()
  }

  @Test("a mention stands at the first token from its place on, beside that token")
  func places() throws {
    let guarantees = IndexEntry.Mention(name: Array("guarantees".utf8), start: 14)
    let searcher = try searcher([
      ("implement the three guarantees everywhere", [guarantees]),
      ("三保障 of the year", [IndexEntry.Mention(name: guarantees.name, start: 0)]),
    ])
    #expect(
      try searcher.found(.term(Term(mention: "guarantees".utf8, in: Sample.body))) == "a/0 a/1")
    // Position 2 is that of “three”.
    #expect(
      try searcher.found(
        .phrase(
          field: Sample.body,
          terms: [
            PhraseTerm(bytes: Array("the".utf8), offset: 0),
            PhraseTerm(bytes: mention("guarantees"), offset: 1),
            PhraseTerm(bytes: Array("guarantees".utf8), offset: 2),
          ])) == "a/0")
    #expect(
      try searcher.found(
        .near(
          field: Sample.body,
          phrases: [
            [PhraseTerm(bytes: mention("guarantees"), offset: 0)],
            [PhraseTerm(bytes: Array("year".utf8), offset: 0)],
          ], distance: 9)) == "a/1")
  }

  @Test("no prefix, pattern, range or likeness finds a mention, and it is no word of its name")
  func words() throws {
    let searcher = try searcher([
      ("plain", [IndexEntry.Mention(name: Array("concept".utf8), start: 0)])
    ])
    let name = Term(mention: "concept".utf8, in: Sample.body)
    #expect(try searcher.count(.term(name)) == 1)
    #expect(try searcher.count(Sample.term("concept")) == 0)
    #expect(try searcher.count(.prefix(name)) == 0)
    #expect(try searcher.count(.prefix(Term(field: Sample.body, "conc"))) == 0)
    #expect(try searcher.count(.wildcard(Term(field: Sample.body, "*cept"))) == 0)
    #expect(try searcher.count(.termRange(Sample.body, from: name.bytes, through: nil)) == 0)
    #expect(
      try searcher.count(.fuzzy(Term(field: Sample.body, "oncept"), edits: 2, prefix: 0)) == 0)
  }

  @Test("mentions change neither the length of a field nor the scores of its words")
  func scores() throws {
    let bodies = ["rural roads and bridges", "roads"]
    let mentions = (0..<20).map { IndexEntry.Mention(name: [UInt8($0)], start: $0) }
    let expected = try searcher(bodies.map { ($0, []) })
      .search(Sample.term("roads"), limit: 10).hits.map(\.score)
    let other = MentionTests()
    let marked = try other.searcher(bodies.map { ($0, mentions) })
    #expect(try marked.search(Sample.term("roads"), limit: 10).hits.map(\.score) == expected)
    #expect(try marked.count(.term(Term(mention: [0], in: Sample.body))) == 2)
    // The second entry has one token, at 0: what begins later stands nowhere.
    #expect(try marked.count(.term(Term(mention: [1], in: Sample.body))) == 1)
  }

  @Test("a mention that lies before an earlier one is left out, a name stands once at a position")
  func order() throws {
    let names = [("x", 6), ("y", 0), ("x", 7), ("z", 7)].map {
      IndexEntry.Mention(name: Array($0.0.utf8), start: $0.1)
    }
    let searcher = try searcher([("rural roads bridges", names)])
    #expect(try searcher.count(.term(Term(mention: "y".utf8, in: Sample.body))) == 0)
    // x at 6 is “roads”, x and z from 7 on are “bridges”.
    for (name, offset) in [("x", 1), ("x", 2), ("z", 2)] {
      #expect(
        try searcher.count(
          .phrase(
            field: Sample.body,
            terms: [
              PhraseTerm(bytes: Array("rural".utf8), offset: 0),
              PhraseTerm(bytes: mention(name), offset: offset),
            ])) == 1)
    }
  }
}
