import GazetteDocument
import GazetteIndex
import GazetteQuery
import GazetteSearch
import GazetteTestSupport
import Testing

@Suite struct PolicySearchTests {
  private let folder = TemporaryFolder()
  private static let state = CorpusState(
    fingerprint: 7, readerVersion: 1, roots: [], files: [])
  private let search: PolicySearch

  init() throws {
    let writer = try IndexWriter(at: folder.path, schema: .policy)
    try writer.add(EntryGroup(SampleDocument.document))
    try writer.commit(userData: Self.state.bytes)
    search = try PolicySearch(at: folder.path)
  }

  @Test("facets count what all matching passages have in common, beyond those shown")
  func facets() throws {
    let results = try search.search("title:住房", limit: 1, counting: true)
    #expect(results.hits.count == 1 && results.totalCount == 3)
    #expect(results.facets.map(\.name) == PolicyFacet.Name.allCases)
    func counts(_ name: PolicyFacet.Name) -> [String] {
      results.facets.first { $0.name == name }?.counts.map { "\($0.value) \($0.count)" } ?? []
    }
    #expect(counts(.year) == ["2024 3"])
    #expect(counts(.language) == ["zh 2", "zh-hans 2", "en 1"])
    #expect(counts(.issuer) == [] && counts(.voice).count == 4)
    #expect(try search.search("title:住房").facets.isEmpty)
  }

  @Test("a document's facet names it, and what filters for it")
  func documentFacet() throws {
    let results = try search.search("title:住房", limit: 1, counting: true)
    let facet = try #require(results.facets.first { $0.name == .document })
    #expect(facet.valueCount == 1 && facet.counts.map(\.count) == [3])
    #expect(facet.counts.map(\.filter) == ["doc:=" + SampleDocument.document.id.name])
  }

  @Test("explanations add up to the score that is shown")
  func explanations() throws {
    let results = try search.search("住房 保障", explaining: true)
    #expect(!results.hits.isEmpty)
    for hit in results.hits {
      let explanation = try #require(hit.explanation)
      #expect(Float(explanation.value) == hit.score)
    }
    #expect(try search.search("住房").hits.allSatisfy { $0.explanation == nil })
  }

  @Test("words of one sentence, section and document are told apart")
  func scopes() throws {
    func count(_ scope: BlockScope, _ words: String...) throws -> Int {
      let parts = words.map { Query.term(Term(field: PolicyField.body.id, $0)) }
      return try search.searcher.count(.within(scope, parts))
    }
    let section = try #require(Schema.policy.column("section"))
    // 第一条 为了保障住房安全，…制定本办法。 and 各县负责落实。 are sentences of one passage.
    #expect(try count(.entry, "保障", "落实") == 1)
    #expect(try count(.sentence(PolicyField.body.id), "保障", "落实") == 0)
    #expect(try count(.sentence(PolicyField.body.id), "保障", "住房") == 1)
    #expect(try count(.run(section), "保障", "housing") == 2)
    #expect(try count(.run(section), "前言", "housing") == 0)
    #expect(try count(.group, "前言", "housing") == 2)
  }
}
