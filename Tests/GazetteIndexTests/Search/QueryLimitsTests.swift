import GazetteIndex
import GazetteTestSupport
import Testing

@Suite struct QueryLimitsTests {
  let searcher: Searcher
  private let folder = TemporaryFolder()

  init() throws {
    let writer = try IndexWriter(at: folder.path, schema: Sample.schema)
    try writer.add(Sample.group("a", "roads and bridges"))
    try writer.commit()
    searcher = try SearchIndex(at: folder.path).searcher()
  }

  @Test("a query a hundred deep is answered, a deeper one is an error")
  func depth() throws {
    var query = Sample.term("roads")
    for _ in 0..<99 { query = .boosted(query, 1) }
    #expect(try searcher.count(query) == 1)
    #expect(throws: IndexError.tooLarge(what: "the depth of the query", limit: 100)) {
      try searcher.search(.all([query]), limit: 10)
    }
    for _ in 0..<5000 { query = .excluding(.everything, query) }
    #expect(throws: IndexError.self) { try searcher.count(query) }
  }

  @Test("a query of too many terms is an error")
  func size() throws {
    let terms = (0..<30_000).map { Sample.term("w\($0)") }
    #expect(try searcher.count(.any(terms)) == 0)
    #expect(throws: IndexError.self) { try searcher.count(.any(terms + terms + terms)) }
  }

  @Test(
    "fields, columns and factors that are none are errors",
    arguments: [
      .term(Term(field: FieldID(rawValue: 9), "a")),
      .prefix(Term(field: FieldID(rawValue: 4), "a")),
      .phrase(field: FieldID(rawValue: 200), terms: []),
      .range(ColumnID(rawValue: 2), 0...1), .boosted(.everything, -1), .boosted(.everything, .nan),
      .boosted(.everything, .infinity), .constant(.everything, .nan),
    ] as [Query])
  func invalid(query: Query) {
    #expect(throws: IndexError.self) { try searcher.search(query, limit: 1) }
    #expect(throws: IndexError.self) { try searcher.count(.all([.everything, query])) }
  }

  @Test("phrases with offsets at the ends of the range match nothing")
  func offsets() throws {
    for offset in [Int.min, -5, 1 << 40, .max] {
      let phrase = Query.phrase(
        field: Sample.body,
        terms: [
          PhraseTerm(bytes: Array("roads".utf8), offset: 0),
          PhraseTerm(bytes: Array("and".utf8), offset: offset),
        ])
      #expect(try searcher.count(phrase) == 0)
    }
  }

  @Test("limits and offsets at the ends of the range are answered")
  func ranges() throws {
    #expect(try searcher.search(.everything, limit: .max, offset: .max).hits.isEmpty)
    #expect(try searcher.search(.everything, limit: .max).count == 1)
    #expect(try searcher.search(.everything, limit: -1, offset: -1).hits.isEmpty)
    #expect(try searcher.search(.everything, limit: 0).totalCount == 1)
  }
}
