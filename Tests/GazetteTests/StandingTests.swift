import Gazette
import GazetteIndex
import GazetteTestSupport
import Testing

/// What a passage is counts a little beside what it says, and only where that is wanted.
@Suite struct StandingTests {
  private static func search(_ files: [String: String]) throws -> (ScratchFolder, PolicySearch) {
    let folder = try ScratchFolder()
    for (name, text) in files { try folder.write(text, to: "corpus/" + name) }
    _ = try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
      .run()
    return (folder, try PolicySearch(at: folder.path + "/index"))
  }

  private static func key(_ hit: PolicyHit) -> String {
    "\(hit.passage.document.id.name)#\(hit.passage.index)"
  }

  private static func names(_ results: PolicyResults) -> [String] {
    results.hits.map { $0.passage.document.id.name }
  }

  @Test(
    "Of two documents that say the same the stronger comes first, whatever they are called",
    arguments: [
      (
        "a.md", "z.md", "关于饮水的复函\n\n各村的水站每月检修一次，记录在册，由乡镇公布结果，群众可以查看。\n",
        "样本省饮水条例\n\n各村的水站每月检修一次，记录在册，由乡镇公布结果，群众可以查看。\n", "水站检修"
      ),
      (
        "a.md", "z.md",
        "Letter on Drinking Water\n\nEvery village water station is overhauled once a month and the record is shown to all.\n",
        "Regulations on Drinking Water\n\nEvery village water station is overhauled once a month and the record is shown to all.\n",
        "station overhauled"
      ),
    ])
  func strength(
    weak: String, strong: String, weakText: String, strongText: String, query: String
  ) throws {
    let (folder, search) = try Self.search([weak: "# " + weakText, strong: "# " + strongText])
    defer { withExtendedLifetime(folder) {} }
    let weighed = try search.search(query)
    #expect(Self.names(weighed) == ["z", "a"], "\(weighed.hits.map(\.score))")
    let plain = try search.search(query, weighingStanding: false)
    #expect(Self.names(plain) == ["a", "z"], "\(plain.hits.map(\.score))")
    #expect(plain.totalCount == weighed.totalCount)
    var request = SearchRequest(query)
    request.groupsDocuments = true
    request.isExplaining = true
    let grouped = try search.search(request)
    #expect(Self.names(grouped) == ["z", "a"], "\(grouped.hits.map(\.score))")
    for hit in grouped.hits {
      let explanation = try #require(hit.explanation)
      #expect(abs(explanation.value - Double(hit.score)) < 1e-5 * explanation.value)
    }
    request.weighsStanding = false
    let level = try search.search(request)
    #expect(Self.names(level) == ["a", "z"], "\(level.hits.map(\.score))")
  }

  @Test("A scrap of text comes after a whole sentence that says as much")
  func scraps() throws {
    let (folder, search) = try Self.search([
      "a.md": "# 图片\n\n水站检修\n",
      "b.md": "# 记录\n\n本月完成水站检修，两处漏点已经修好，水质化验合格，结果已经张贴。\n",
    ])
    defer { withExtendedLifetime(folder) {} }
    let factors = try search.search("水站检修", explaining: true).hits.map { hit in
      try #require(hit.explanation?.parts.last?.factors.first { $0.name == .brevity }).value
    }
    #expect(factors.contains(1) && factors.contains { $0 < 0.85 })
  }

  @Test("The parts of an explanation add up to the score that is shown")
  func explanations() throws {
    let folder = try ScratchFolder()
    _ = try CorpusIndexing(of: Corpus(at: ProjectFolder.corpus), at: folder.path + "/index").run()
    let search = try PolicySearch(at: folder.path + "/index")
    for query in ["义务教育", "guarantee medical care", "who pays for coal stoves?", "三保障"] {
      for hit in try search.search(query, limit: 30, explaining: true).hits {
        let explanation = try #require(hit.explanation)
        #expect(abs(explanation.value - Double(hit.score)) < 1e-4 * max(1, explanation.value))
        if !explanation.parts.isEmpty {
          let sum = explanation.parts.reduce(0) { $0 + $1.value }
          #expect(abs(sum - explanation.value) < 1e-6 * max(1, sum))
        }
      }
    }
  }

  @Test("Pages of any size make up one list", arguments: [1, 7, 64, 65, 100])
  func pages(size: Int) throws {
    let folder = try ScratchFolder()
    _ = try CorpusIndexing(of: Corpus(at: ProjectFolder.corpus), at: folder.path + "/index").run()
    let search = try PolicySearch(at: folder.path + "/index")
    for query in ["保障", "shall"] {
      let whole = try search.search(query, limit: 150).hits.map(Self.key)
      var paged: [String] = []
      while paged.count < whole.count {
        let page = try search.search(query, limit: size, offset: paged.count).hits
        guard !page.isEmpty else { break }
        paged += page.map(Self.key)
      }
      #expect(Array(paged.prefix(whole.count)) == whole)
      #expect(Set(whole).count == whole.count)
    }
  }
}
