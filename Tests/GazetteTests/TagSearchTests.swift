import Gazette
import GazetteTestSupport
import Testing

/// Searching by concepts: tags under every name, and other renderings of what was typed.
@Suite struct TagSearchTests {
  private static let concepts = """
    concepts:
    - id: bridge-works
      zh: 村桥工程
      zh_hant: 村橋工程
      en: village bridge works
      aliases_en: [two banks joined]
      hidden_en: [village bridge engineering]
      parts: [rail-repair]
    - id: rail-repair
      zh: 栏杆维修
      en: railing repairs
    - id: deck-care
      zh: 桥面养护
      en: deck care
      broader: bridge-works
    - id: shared-one
      en: common care
    - id: shared-two
      en: common care
      zh: 共同养护
    """

  private let folder: ScratchFolder
  private let search: PolicySearch

  init() throws {
    folder = try ScratchFolder()
    try folder.write(Self.concepts, to: "corpus/concepts.yaml")
    try folder.write(
      """
      Village bridge works shall be finished by June.

      The village bridge engineering of the county is slow.

      The bridge in the village works; nothing else does.

      Railing repairs come first. The common care follows.

      Deck care is left to the township.
      """, to: "corpus/en.txt")
    try folder.write(
      "村桥工程须按期完成。\n\n兩岸的村橋工程已經開工。\n\n栏杆维修由乡镇负责。\n\n共同养护另行规定。\n", to: "corpus/zh.txt")
    _ = try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
      .run()
    search = try PolicySearch(at: folder.path + "/index")
  }

  /// The paths of the hits of a query, in their order.
  private func paths(_ query: String, literally: Bool = false) throws -> [String] {
    try search.search(query, limit: 50, literally: literally).hits.map {
      "\($0.passage.document.id.name)\($0.passage.path.description.dropFirst(2))"
    }
  }

  @Test(
    "a concept is named by its id, by any label in any spelling, and by how it is read",
    arguments: [
      "=bridge-works", "=村桥工程", "=村橋工程", "=“村桥工程”", "\"=village bridge works\"",
      "=\"village bridge works\"", "=\"Village-Bridge Work\"", "=cunqiaogongcheng",
      "\"=cun qiao gong cheng\"", "\"=cun1qiao2gong1cheng2\"", "=cqgc", "=cun桥gc",
      "=\"village bridge engineering\"", "=村桥*", "=*桥工程", "=*桥工*", "=bridge-w*", "=\"village br*\"",
    ])
  func names(name: String) throws {
    #expect(try Set(paths("tag:" + name)) == ["en.p1", "en.p2", "zh.p1", "zh.p2"], "\(name)")
  }

  @Test("a tag takes what lies below and the members too, with = itself alone, with a minus none")
  func family() throws {
    #expect(
      try Set(paths("tag:bridge-works"))
        == ["en.p1", "en.p2", "en.p4", "en.p5", "zh.p1", "zh.p2", "zh.p3"])
    #expect(
      try Set(paths("tag:bridge-works -tag:=bridge-works")) == ["en.p4", "en.p5", "zh.p3"])
    #expect(try Set(paths("village -tag:bridge-works")) == ["en.p3"])
    #expect(try Set(paths("tag:bridge-works lang:zh -tag:rail-repair")) == ["zh.p1", "zh.p2"])
  }

  @Test("a label of several concepts takes all of them and says so")
  func several() throws {
    let results = try search.search("tag:\"common care\"")
    #expect(results.tags.map(\.named) == [["shared-one", "shared-two"]])
    #expect(try Set(paths("tag:\"common care\"")) == ["en.p4", "zh.p4"])
  }

  @Test(
    "a name that is none is an error with the nearest names",
    arguments: [
      ("bridge-work", "bridge-works"), ("桥面", "deck-care"), ("railing", "rail-repair"),
      ("rail-repiar", "rail-repair"), ("qiaomian", "deck-care"),
    ])
  func unknown(name: String, nearest: String) throws {
    let error = #expect(throws: LookupError.self) { _ = try search.search("tag:" + name) }
    guard case .noConcept(let asked, let names)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(asked == name && names.contains(nearest), "\(names)")
  }

  @Test("tags stand near words, phrases and each other")
  func nearness() throws {
    #expect(try paths("tag:=bridge-works NEAR/4 finished") == ["en.p1"])
    #expect(try paths("tag:=bridge-works NEAR/3 finished").isEmpty)
    #expect(try paths("finished NEAR/4 tag:=bridge-works") == ["en.p1"])
    #expect(try paths("\"by June\" NEAR/9 tag:村桥工程") == ["en.p1"])
    #expect(try paths("tag:=村桥工程 NEAR/5 完成") == ["zh.p1"])
    #expect(try paths("tag:rail-repair NEAR/9 tag:\"common care\"") == ["en.p4"])
    #expect(try paths("bridge NEAR/0 village") == ["en.p1", "en.p2"])
    #expect(try paths("bridges NEAR/2 village").contains("en.p3"))
  }

  @Test(
    "a tag stands near words under every name that it has",
    arguments: [
      "=bridge-works", "=村桥工程", "=村橋工程", "=cunqiaogongcheng", "=cqgc", "=\"village bridge work\"",
      "=\"two banks joined\"", "=\"village bridge engineering\"", "=村桥*", "bridge-works",
    ])
  func nearnessOfNames(name: String) throws {
    #expect(try paths("tag:\(name) NEAR/4 finished") == ["en.p1"], "\(name)")
    #expect(try paths("finished NEAR/4 tag:\(name)") == ["en.p1"])
    #expect(try paths("\"shall be finished\" NEAR/9 tag:\(name)") == ["en.p1"])
    #expect(try paths("tag:\(name) NEAR/2 finished").isEmpty)
    #expect(try paths("tag:\(name) NEAR/6 完成") == ["zh.p1"])
    // 4 characters between the beginning of the label and the word behind it.
    #expect(try paths("tag:\(name) NEAR/10 已经开工") == ["zh.p2"])
    #expect(try paths("tag:\(name) NEAR/10 finished -tag:deck-care") == ["en.p1"])
    #expect(try Set(paths("(tag:\(name) NEAR/10 finished) OR 另行规定")) == ["en.p1", "zh.p4"])
  }

  @Test("a tag has its place in a phrase: where its rendering begins")
  func phrases() throws {
    let body = PolicyField.body.id
    func found(_ word: String, _ concept: String, behind offset: Int) throws -> Int {
      let mention = Term(mention: concept.utf8, in: body)
      return try search.searcher.count(
        .phrase(
          field: body,
          terms: [
            PhraseTerm(bytes: Array(word.utf8), offset: 0),
            PhraseTerm(bytes: mention.bytes, offset: offset),
          ]))
    }
    #expect(try found("the", "bridge-works", behind: 1) == 1)
    #expect(try found("the", "bridge-works", behind: 2) == 0)
    #expect(try found("the", "shared-one", behind: 1) == 1)
    #expect(try found("the", "shared-two", behind: 1) == 1)
    #expect(try found("village", "bridge-works", behind: 0) == 2)
    #expect(try found("works", "bridge-works", behind: 0) == 0)
  }

  @Test(
    "words that are a label find its other renderings, in both directions, after the words themselves"
  )
  func renderings() throws {
    // All three words stand in en.p3 too: that is a literal match, and comes before every translation.
    let english = try paths("village bridge works")
    #expect(Set(english.prefix(2)) == ["en.p1", "en.p3"])
    #expect(Set(english.dropFirst(2)) == ["en.p2", "zh.p1", "zh.p2"])
    let chinese = try paths("村桥工程")
    #expect(Set(chinese.prefix(2)) == ["zh.p1", "zh.p2"])
    #expect(Set(chinese.dropFirst(2)) == ["en.p1", "en.p2"])
    #expect(try search.search("村桥工程").literalCount == 2)
    #expect(try Set(paths("村桥工程", literally: true)) == ["zh.p1", "zh.p2"])
    #expect(try Set(paths("\"village bridge works\"")) == ["en.p1"], "a quote is word for word")
    #expect(try paths("two banks joined finished") == ["en.p1"])
    #expect(try paths("村桥工程 county") == ["en.p2"])
    #expect(try paths("村桥工程须按期完成") == ["zh.p1"])
    #expect(try paths("-village 村桥工程") == ["zh.p1", "zh.p2"])
  }

  @Test("pages of answers part anywhere, and add up to the whole list")
  func pages() throws {
    for query in ["village bridge works", "村桥工程"] {
      let whole = try search.search(query, limit: 50)
      var hits: [String] = []
      for offset in 0..<whole.totalCount {
        let page = try search.search(query, limit: 1, offset: offset)
        #expect(page.totalCount == whole.totalCount && page.literalCount == whole.literalCount)
        hits += page.hits.map(\.passage.id.description)
      }
      #expect(hits == whole.hits.map(\.passage.id.description))
    }
  }

  @Test(
    "each hit says how it matched: by another rendering, a translation, a tag, and what that is worth"
  )
  func matchedAs() throws {
    func ways(_ query: String, _ path: String) throws -> [String] {
      let hit = try search.search(query, limit: 50).hits.first {
        "\($0.passage.document.id.name)\($0.passage.path.description.dropFirst(2))" == path
      }
      return (hit?.matches ?? []).compactMap { match in
        match.concept.map {
          "\(match.kind) \($0) \(match.status.map { "\($0)" } ?? "-") \(match.term)"
        }
      }
    }
    #expect(
      try ways("village bridge works", "en.p2")
        == ["rendering bridge-works broken village bridge engineering"])
    #expect(
      try ways("village bridge works", "zh.p2") == ["translation bridge-works preferred 村橋工程"])
    #expect(
      try ways("村桥工程", "en.p1") == ["translation bridge-works preferred Village bridge works"])
    #expect(
      try ways("village bridge works", "en.p1").isEmpty, "the words themselves are no rendering")
    #expect(
      try ways("tag:bridge-works", "en.p4") == ["concept rail-repair preferred Railing repairs"])
    let span = try #require(
      search.search("village bridge works", limit: 50).hits
        .first { $0.passage.document.id.name == "zh" }?.matches.first { $0.concept != nil }?.span)
    #expect(span.end.scalar - span.start.scalar == 4)
  }

  @Test("concepts are counted among all matches")
  func facets() throws {
    let results = try search.search("tag:bridge-works", limit: 1, counting: true)
    let tags = try #require(results.facets.first { $0.name == .tag })
    #expect(
      tags.counts.map { "\($0.value) \($0.count)" }.sorted()
        == ["bridge-works 4", "deck-care 1", "rail-repair 2", "shared-one 1", "shared-two 1"])
  }

  @Test("documents are listed by their tags")
  func documents() throws {
    #expect(try search.documents(matching: "tag:deck-care").map(\.id.name) == ["en"])
    #expect(try search.documents(matching: "deck care").map(\.id.name) == ["en"])
    #expect(try search.documents(matching: "栏杆维修").map(\.id.name) == ["en", "zh"])
    #expect(throws: LookupError.self) { _ = try search.documents(matching: "tag:nothing-such") }
  }
}
