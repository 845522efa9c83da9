import Foundation
import Gazette
import GazetteTestSupport
import Testing

/// What a facet counts is what its value finds as a filter: over random queries, in every form in which hits are listed.
@Suite struct FacetPropertyTests {
  private static let folder = try? ScratchFolder()
  /// The index of the project's corpus, built once.
  private static let search: PolicySearch? = {
    guard let folder else { return nil }
    let index = folder.path + "/index"
    let corpus = try? Corpus(at: [ProjectFolder.corpus])
    guard let corpus, (try? CorpusIndexing(of: corpus, at: index).run()) != nil else {
      return nil
    }
    return try? PolicySearch(at: index)
  }()

  /// Words, phrases, labels and fields, from which queries are put together.
  private static let pieces = [
    "住房", "饮水", "教育", "安全", "三保障", "three guarantees", "water", "school", "the", "housing",
    "不愁", "“饮水安全”", "\"safe housing\"", "检测", "village", "责任", "每年", "pover*", "lang:zh",
    "lang:en", "voice:policy", "-2020", "date:2019..2023", "tag:three-guarantees", "zzyzx",
    "(water OR 水)", "kind:通知", "title:住房", "义务教育有保障", "基本医疗", "应当", "shall",
  ]

  @Test(
    "the count of every value is the total that its filter leaves, for passages and for documents")
  func equal() throws {
    let search = try #require(Self.search)
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var checked: [PolicyFacet.Name: Int] = [:]
    for _ in 0..<60 * TestScale.factor {
      let words = (0...generator.below(2)).map { _ in
        Self.pieces[generator.below(Self.pieces.count)]
      }
      var request = SearchRequest(words.joined(separator: " "))
      request.limit = 0
      request.isCounting = true
      request.groupsDocuments = generator.below(3) == 0
      request.isLiteral = generator.below(4) == 0
      let results = try search.search(request)
      for facet in results.facets where !facet.counts.isEmpty {
        let count = facet.counts[generator.below(facet.counts.count)]
        checked[facet.name, default: 0] += 1
        var filtered = request
        filtered.filters = [count.filter]
        let found = try search.search(filtered)
        #expect(
          found.totalCount == count.count,
          "seed \(seed): \(request.text) by \(count.filter), documents \(request.groupsDocuments)")
        // The filter typed behind the query asks the same, wherever the query is one.
        guard !results.isPartial, results.query.problem == nil else { continue }
        var typed = request
        typed.text += " " + count.filter
        #expect(
          try search.search(typed).totalCount == count.count, "seed \(seed): \(typed.text)")
      }
    }
    #expect(checked.count == PolicyFacet.Name.allCases.count, "seed \(seed): \(checked)")
  }

  @Test("a tag behind words of which one is a label leaves what it leaves as a filter")
  func tagBehindLabel() throws {
    let search = try #require(Self.search)
    // The label stands in a heading, the other word in the title alone.
    var request = SearchRequest("不愁 三保障")
    request.filters = ["tag:=basic-medical-care-guarantee"]
    let filtered = try search.search(request).totalCount
    let typed = try search.search(SearchRequest("不愁 三保障 tag:=basic-medical-care-guarantee"))
    #expect(filtered > 1 && typed.totalCount == filtered)
  }

  @Test("a facet of documents has every document that is listed, with as many passages as it has")
  func documents() throws {
    let search = try #require(Self.search)
    for query in ["三保障", "water", "tag:three-guarantees", "住房 安全"] {
      var request = SearchRequest(query)
      request.limit = 10_000
      request.isCounting = true
      let results = try search.search(request)
      var counts: [String: Int] = [:]
      for hit in results.hits { counts[hit.passage.document.id.name, default: 0] += 1 }
      let facet = try #require(results.facets.first { $0.name == .document })
      #expect(facet.valueCount == counts.count && results.hits.count == results.totalCount)
      for count in facet.counts { #expect(counts[count.value] == count.count) }
      request.groupsDocuments = true
      let grouped = try search.search(request)
      #expect(grouped.totalCount == counts.count && grouped.passageCount == results.totalCount)
      for hit in grouped.hits {
        #expect(hit.matchingPassages == counts[hit.passage.document.id.name])
      }
    }
  }

  @Test("an issuer and a document are filtered by the whole name")
  func exact() throws {
    let search = try #require(Self.search)
    let part = try search.search("issuer:人民政府", limit: 0).totalCount
    #expect(part > 0)
    #expect(try search.search("issuer:=人民政府", limit: 0).totalCount == 0)
    let id = try #require(try search.documents().first { $0.id.name.contains("/") }).id.name
    let folder = String(id.prefix { $0 != "/" })
    #expect(try search.search("doc:\(folder)", limit: 0).totalCount > 0)
    #expect(try search.search("doc:=\(folder)", limit: 0).totalCount == 0)
    #expect(try search.search("doc:=\(id)", limit: 0).totalCount > 0)
  }

  @Test("a filter that is no query is refused")
  func malformed() throws {
    let search = try #require(Self.search)
    var request = SearchRequest("住房")
    request.filters = ["date:never"]
    #expect(throws: (any Error).self) { _ = try search.search(request) }
  }
}
