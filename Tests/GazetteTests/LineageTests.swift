import Foundation
import Gazette
import GazetteTestSupport
import Testing

/// Versions of one work, what ended a document, and what relations mean in an index.
@Suite struct LineageTests {
  private func search(_ files: [String: String]) throws -> (ScratchFolder, PolicySearch) {
    let folder = try ScratchFolder()
    for (name, text) in files { try folder.write(text, to: "corpus/" + name) }
    let report = try CorpusIndexing(
      of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index"
    ).run()
    #expect(report.isComplete)
    return (folder, try PolicySearch(at: folder.path + "/index"))
  }

  private static let law = "第一条 为了公园，制定本条例。\n第二条 公园开放。\n"

  @Test("versions of a law are linked, the newest and the superseded ones marked")
  func versions() throws {
    let (folder, search) = try search([
      "a.txt": "示例市公园条例\n\n2016年3月16日示例市人民代表大会通过\n\n" + Self.law,
      "b.txt": "示例市公园条例（2018年修正）\n\n2018年12月29日示例市人民代表大会修正\n\n" + Self.law,
      "c.txt": "示例市公园条例\n\n2023年12月29日示例市人民代表大会修订\n\n" + Self.law,
      "d.txt": "示例市花园条例\n\n2023年12月29日示例市人民代表大会通过\n\n" + Self.law,
    ])
    let documents = try search.documents()
    #expect(documents.map { $0.lineage?.place } == [.superseded, .superseded, .newest, nil])
    #expect(documents[0].lineage?.versions.map(\.name) == ["a", "b", "c"])
    #expect(documents[1].lineage?.newest.name == "c")
    let hit = try #require(
      try search.search("公园开放", limit: 10).hits.first { $0.passage.document.id.name == "a" })
    #expect(hit.passage.document.lineage?.place == .superseded)
    withExtendedLifetime(folder) {}
  }

  @Test("copies of one version, other languages and other works do not supersede each other")
  func copies() throws {
    let notice = "示例市人民政府关于公园的通知\n示政发〔2020〕1号\n各区：\n请落实。\n示例市人民政府\n2020年3月5日\n"
    let (folder, search) = try search([
      "a.txt": notice, "b.txt": "发布日期：2021-01-01 来源：某站\n" + notice,
      "c.txt":
        "Notice on Parks\n\nOrder No. 741 of the State Council\n\nParks are open to all of us.\n",
      "d.txt": "会议纪要\n2020年3月5日\n同意。\n", "e.txt": "会议纪要\n2021年3月5日\n不同意。\n",
      "f.txt": "示例市人民政府关于公园的通知\n示政发〔2021〕9号\n各区：\n再落实。\n示例市人民政府\n2021年3月5日\n",
    ])
    withExtendedLifetime(folder) {}
    #expect(search.lineages.isEmpty, "\(search.lineages)")
  }

  @Test("a document that another repeals is ended by it, and stays so when other files change")
  func endings() throws {
    let new =
      "示例市新公园办法\n示政发〔2024〕1号\n第一条 公园开放。\n第二条 本办法自2024年5月1日起施行。《示例市旧公园办法》（示政发〔2010〕3号）同时废止。\n示例市人民政府\n2024年3月5日\n"
    let (folder, first) = try search([
      "new.txt": new,
      "old.txt": "示例市旧公园办法\n示政发〔2010〕3号\n公园收费。\n示例市人民政府\n2010年3月5日\n",
      "other.txt": "示例市旧公园办法的故事\n公园收费。\n",
    ])
    let ending = try #require(first.lineages[.init("old")]?.ending)
    #expect(ending.document.name == "new" && ending.kind == .repeals)
    #expect(ending.asOf?.description == "2024-05-01")
    let source = try first.document(named: "new")
    #expect(source.text.string(in: ending.evidence).hasSuffix("同时废止"))
    #expect(first.lineages.count == 1)
    #expect(
      try first.targets(of: source.relations, from: source.id).map { $0.map(\.name) } == [["old"]])
    try folder.write("公园的又一个故事。\n", to: "corpus/other.txt")
    _ = try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
      .run()
    #expect(try PolicySearch(at: folder.path + "/index").lineages[.init("old")]?.ending == ending)
    try folder.remove("corpus/new.txt")
    _ = try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
      .run()
    #expect(try PolicySearch(at: folder.path + "/index").lineages.isEmpty)
  }

  @Test("an older paper ends no newer one")
  func order() throws {
    let (folder, search) = try search([
      "a.txt": "示例市公园收费办法\n示政发〔2024〕3号\n公园收费。\n示例市人民政府\n2024年3月5日\n",
      "b.txt": "示例市公园免费办法\n示政发〔2020〕3号\n《示例市公园收费办法》同时废止。\n示例市人民政府\n2020年3月5日\n",
    ])
    withExtendedLifetime(folder) {}
    #expect(search.lineages.isEmpty)
  }
}
