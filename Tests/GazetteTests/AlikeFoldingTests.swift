import Foundation
import Gazette
import GazetteTestSupport
import Testing

/// Passages that say the same are folded below the best of them, and count all the same.
@Suite struct AlikeFoldingTests {
  private let folder: ScratchFolder
  private let search: PolicySearch

  private static let rule =
    "各村每季度检测一次饮水水质，检测结果应当在三日内张榜公布，并报县水务局备案。"

  init() throws {
    folder = try ScratchFolder()
    let other = "县教育局每学期核查一次控辍保学台账，发现失学儿童应当立即劝返。"
    try folder.write("# 饮水安全办法\n\n\(Self.rule)\n\n\(other)\n", to: "c/a.md")
    // A copy, a reprint in Traditional characters with other marks, and a damaged one.
    try folder.write("# 饮水安全办法\n\n\(Self.rule)\n", to: "c/b.md")
    try folder.write(
      "# 轉載\n\n各村每季度檢測一次飲水水質,檢測結果應當在三日內張榜公佈,並報縣水務局備案。\n",
      to: "c/c.md")
    try folder.write(
      "# 饮水安全办法\n\n" + Self.rule.replacingOccurrences(of: "水质，", with: "水质****，") + "\n",
      to: "c/0-damaged.md")
    // Other figures, and the opposite: never folded.
    try folder.write(
      "# 办法\n\n" + Self.rule.replacingOccurrences(of: "三日", with: "五日") + "\n", to: "c/d.md")
    try folder.write(
      "# 办法\n\n" + Self.rule.replacingOccurrences(of: "应当在", with: "应当不在") + "\n", to: "c/e.md")
    for number in 1...6 {
      try folder.write(
        "# Notice \(number)\n\nEvery village tests its drinking water once a quarter and posts"
          + " the result within three days for all households to read.\n", to: "c/en-\(number).md")
    }
    let index = folder.path + "/index"
    _ = try CorpusIndexing(of: Corpus(at: [folder.path + "/c"]), at: index).run()
    search = try PolicySearch(at: index)
  }

  private func request(_ text: String) -> SearchRequest {
    var request = SearchRequest(text)
    request.foldsAlike = true
    request.isCounting = true
    return request
  }

  @Test("copies, reprints and damaged copies are one, other figures and denials are not")
  func folded() throws {
    let results = try search.search(request("饮水水质 张榜"))
    let groups = results.hits.map {
      [$0.passage.document.id.name] + $0.alike.map(\.document.id.name)
    }
    #expect(
      groups.map { $0.sorted() }.sorted { $0[0] < $1[0] } == [
        ["0-damaged", "a", "b", "c"], ["d"], ["e"],
      ])
    // The total and the facets count every passage.
    #expect(results.totalCount == 6)
    let documents = try #require(results.facets.first { $0.name == .document })
    #expect(documents.valueCount == 6)
    var unfolded = request("饮水水质 张榜")
    unfolded.foldsAlike = false
    let all = try search.search(unfolded)
    #expect(all.hits.count == 6 && all.hits.allSatisfy { $0.alike.isEmpty })
    #expect(all.hits.map(\.rank) == Array(1...6))
  }

  @Test("of equal ones a sound one is shown, and the first by name")
  func shown() throws {
    let results = try search.search(request("village tests drinking water"))
    #expect(results.hits.map { $0.passage.document.id.name } == ["en-1"])
    #expect(results.hits.first?.alike.map(\.document.id.name) == (2...6).map { "en-\($0)" })
    let chinese = try search.search(request("“每季度检测一次饮水”"))
    let shown = try #require(chinese.hits.first { !$0.alike.isEmpty })
    #expect(shown.passage.repairs.isEmpty && shown.passage.passage.flags.isEmpty)
  }

  @Test("over all pages every passage is shown once or folded away once", arguments: [1, 2, 3, 5])
  func pages(limit: Int) throws {
    for text in ["饮水", "water OR 饮水 OR 核查", "每季度 OR quarter"] {
      var whole = request(text)
      whole.limit = 100
      let list = try search.search(whole)
      var paged = request(text)
      paged.limit = limit
      var hits: [PolicyHit] = []
      while true {
        let page = try search.search(paged)
        #expect(page.totalCount == list.totalCount && page.hits.count <= limit)
        hits += page.hits
        guard let next = page.nextOffset else { break }
        paged.offset = next
      }
      #expect(hits.map(\.passage.id) == list.hits.map(\.passage.id))
      #expect(hits.map(\.rank) == Array(1...hits.count))
      #expect(hits.map { $0.alike.map(\.id) } == list.hits.map { $0.alike.map(\.id) })
      var places = Set<String>()
      for hit in hits {
        for passage in [hit.passage] + hit.alike {
          #expect(places.insert("\(passage.document.id)#\(passage.index)").inserted)
        }
      }
      #expect(places.count == list.totalCount)
    }
  }

  @Test("a stream hands out what the pages show, in each order, unfolded")
  func stream() throws {
    let orders: [PassageOrder] = [.relevance, .document]
    for order in orders {
      for grouped in [false, true] {
        var request = SearchRequest("water OR 饮水 OR 核查")
        request.order = order
        request.limit = 1_000
        request.groupsDocuments = grouped
        let list = try search.search(request)
        var total = 0
        var hits: [PolicyHit] = []
        try search.forEachHit(of: request) {
          total = $0.totalCount
        } _: {
          hits.append($0)
        }
        #expect(total == list.totalCount && hits == list.hits)
        #expect(!hits.isEmpty)
      }
    }
  }

  @Test("in the order of documents passages stand as they do in their documents")
  func documentOrder() throws {
    var request = request("饮水 OR 核查 OR water")
    request.order = .document
    request.limit = 4
    var places: [String] = []
    while true {
      let page = try search.search(request)
      places += page.hits.map { "\($0.passage.document.id.name) \($0.passage.index)" }
      guard let next = page.nextOffset else { break }
      request.offset = next
    }
    #expect(places == places.sorted() && places.count == 13 && Set(places).count == 13)
  }
}
