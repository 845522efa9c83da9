import Gazette
import GazetteTestSupport
import Testing

/// Literal hits and those by other renderings told apart in every order, counted once, and used where no passage has every word.
@Suite struct RenderingSearchTests {
  private let folder: ScratchFolder
  private let search: PolicySearch

  init() throws {
    folder = try ScratchFolder()
    try folder.write(
      """
      concepts:
      - id: bridge-works
        zh: 村桥工程
        zh_hant: 村橋工程
        en: village bridge works
        aliases_en: [two banks joined]
        hidden_en: [village bridge engineering]
      - id: deck-care
        zh: 桥面养护
        en: deck care
        broader: bridge-works
      """, to: "corpus/concepts.yaml")
    try folder.write(
      """
      # Notice on works

      March 5, 2021

      Village bridge works shall be finished by June, and the village bridge works are paid by the county.

      The village bridge engineering of the county is slow, though the two banks joined in May.

      Deck care and the village bridge works are left to the township. The 村桥工程 is named so.

      Stone was bought; nothing else.
      """, to: "corpus/en.md")
    try folder.write(
      "关于工程的通知\n\n2022年6月8日\n\n村桥工程须按期完成，村桥工程由县里出钱。\n\n兩岸的村橋工程已經開工，桥面养护另行规定。\n\n石料已经买好。\n",
      to: "corpus/zh.txt")
    try folder.write("关于旧桥的通知\n\n2019年1月2日\n\n村桥工程不含旧桥。\n", to: "corpus/old.txt")
    _ = try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
      .run()
    search = try PolicySearch(at: folder.path + "/index")
  }

  private func order(_ isDescending: Bool) throws -> SortOrder {
    SortOrder(by: try #require(Schema.policy.column("date.first")), isDescending: isDescending)
  }

  private static func names(_ hits: [PolicyHit]) -> [String] {
    hits.map { "\($0.passage.document.id.name).\($0.passage.path)" }
  }

  private static let queries = [
    "village bridge works", "村桥工程", "two banks joined", "tag:bridge-works", "deck care", "桥面养护",
    "village bridge works county", "村桥工程 OR stone",
  ]

  @Test("in every order each hit says whether it holds the words", arguments: queries)
  func orders(query: String) throws {
    let literal = Set(Self.names(try search.search(query, limit: 50, literally: true).hits))
    let plain = try search.search(query, limit: 50)
    // Headings that have a tag are asked for literally too.
    let isTag = query.hasPrefix("tag:")
    for isDescending in [true, false] {
      let sorted = try search.search(query, limit: 50, sortedBy: try order(isDescending))
      #expect(Set(Self.names(sorted.hits)) == Set(Self.names(plain.hits)))
      #expect(sorted.hits.count == sorted.totalCount && sorted.totalCount == plain.totalCount)
      #expect(sorted.literalCount == plain.literalCount && sorted.isSorted && !plain.isSorted)
      let years = sorted.hits.compactMap(\.passage.document.metadata.date?.year)
      #expect(years == (isDescending ? years.sorted(by: >) : years.sorted()))
      for hit in sorted.hits {
        let first = plain.hits.first { $0.passage.id == hit.passage.id }
        #expect(hit.isLiteral == first?.isLiteral, "\(Self.names([hit]))")
        #expect(hit.matches == first?.matches)
        if !isTag { #expect(hit.isLiteral == literal.contains(Self.names([hit])[0])) }
      }
    }
    #expect(
      plain.hits.map(\.isLiteral) == plain.hits.indices.map { $0 < plain.literalCount })
  }

  @Test("sorted pages part anywhere, and tell literal hits from others on each")
  func pages() throws {
    let order = try order(true)
    let whole = try search.search("村桥工程", limit: 50, sortedBy: order)
    var hits: [PolicyHit] = []
    for offset in 0..<whole.totalCount {
      hits += try search.search("村桥工程", limit: 1, offset: offset, sortedBy: order).hits
    }
    #expect(hits.map(\.passage.id) == whole.hits.map(\.passage.id))
    #expect(hits.map(\.isLiteral) == whole.hits.map(\.isLiteral))
    #expect(Set(whole.hits.map(\.isLiteral)) == [true, false])
  }

  @Test(
    "what matches literally and by a rendering is one hit and is counted once", arguments: queries)
  func counted(query: String) throws {
    let results = try search.search(query, limit: 50, counting: true)
    #expect(Set(results.hits.map(\.passage.id)).count == results.totalCount)
    let years = results.facets.first { $0.name == .year }?.counts ?? []
    #expect(years.reduce(0) { $0 + $1.count } == results.totalCount)
    for (value, language) in [("en", "en"), ("zh", "zh")] {
      let counts = results.facets.first { $0.name == .language }?.counts ?? []
      let own = results.hits.count { $0.passage.passage.language.tag.hasPrefix(language) }
      #expect(counts.first { $0.value == value }?.count ?? 0 == own, "\(counts)")
    }
    let tags = results.facets.first { $0.name == .tag }?.counts ?? []
    for tag in tags { #expect(tag.count <= results.totalCount) }
  }

  // MARK: Where no passage has every word

  @Test(
    "for the words of a label another rendering does, behind the passages that have most of the words"
  )
  func partial() throws {
    for (query, own, other) in [
      ("village bridge works nowhere", "en", "zh"), ("村桥工程 无处", "zh", "en"),
    ] {
      let results = try search.search(query, limit: 50)
      let literal = try search.search(query, limit: 50, literally: true)
      #expect(results.isPartial && literal.isPartial)
      #expect(
        Self.names(Array(results.hits.prefix(literal.totalCount))) == Self.names(literal.hits))
      let rest = results.hits.dropFirst(results.literalCount)
      #expect(results.literalCount == literal.totalCount && !rest.isEmpty)
      #expect(rest.allSatisfy { !$0.isLiteral })
      let found = rest.filter { $0.passage.document.id.name.hasPrefix(other) }
      #expect(!found.isEmpty, "\(query): \(Self.names(results.hits))")
      for hit in found {
        #expect(hit.matches.contains { $0.kind == .translation && $0.concept == "bridge-works" })
        #expect(hit.missing == [own == "en" ? "nowhere" : "无处"])
      }
      #expect(
        !rest.contains { $0.passage.text.contains("Stone") || $0.passage.text.contains("石料") })
    }
  }

  @Test("a question finds the passages in the other language by the labels in it")
  func question() throws {
    let results = try search.search("who pays for the village bridge works, and when?", limit: 50)
    #expect(results.isPartial)
    let names = results.hits.map(\.passage.document.id.name)
    #expect(names.first == "en" && names.contains("zh") && names.contains("old"))
    let chinese = try #require(results.hits.first { $0.passage.document.id.name == "zh" })
    #expect(!chinese.isLiteral && chinese.matches.contains { $0.kind == .translation })
    #expect(results.literalCount < results.totalCount)
    #expect(Set(results.hits.map(\.passage.id)).count == results.totalCount)
    let literal = try search.search(
      "who pays for the village bridge works, and when?", limit: 50, literally: true)
    #expect(!literal.hits.contains { $0.passage.document.id.name == "zh" })
    #expect(literal.totalCount == results.literalCount)
    let reverse = try search.search("村桥工程由谁出钱、什么时候完工？", limit: 50)
    #expect(reverse.isPartial && reverse.hits.contains { $0.passage.document.id.name == "en" })
  }

  @Test("alternatives that were typed stay required: they are no label")
  func typed() throws {
    let query = "(village bridge OR tag:=deck-care) finished nowhere at all"
    #expect(try search.search(query, limit: 50, literally: true).hits.isEmpty)
    #expect(try search.search(query, limit: 50).hits.isEmpty)
  }
}
