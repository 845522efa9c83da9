import Gazette
import GazetteFormulas
import GazetteTestSupport
import Testing

/// A concept that a heading names: where it is kept, what it finds, and that it counts once.
@Suite struct HeadingTagTests {
  private static let text = """
    # Report on beams

    ## Village bridge works

    The stone was bought in May.

    The beams were laid in June, and the village bridge works end in July.

    ## 村桥工程

    ### Roads

    Gravel is cheap.

    ### Wells

    Water is clear.

    ## The rest

    Nothing else.
    """

  private let folder: ScratchFolder
  private let search: PolicySearch

  init() throws {
    folder = try ScratchFolder()
    try folder.write(Self.text, to: "corpus/a.md")
    try folder.write(
      """
      concepts:
      - id: village-bridge
        zh: 村桥工程
        en: village bridge works
      - id: well-beams
        en: beams
      """, to: "corpus/concepts.yaml")
    _ = try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
      .run()
    search = try PolicySearch(at: folder.path + "/index")
  }

  private func found(_ query: String, literally: Bool = false) throws -> [String] {
    try search.search(query, literally: literally).hits.map { $0.passage.path.description }
  }

  @Test(
    "a tag finds the passages directly below a heading, behind those that mention it themselves")
  func below() throws {
    let results = try search.search("tag:village-bridge")
    let paths = results.hits.map { $0.passage.path.description }
    #expect(paths.first == "s1.p2" && results.literalCount == 1)
    // The second heading has no passage of its own: the first section below it stands for it.
    #expect(paths.dropFirst().sorted() == ["s1.p1", "s2.1.p1"])
    #expect(try found("tag:村桥工程 gravel") == ["s2.1.p1"])
    #expect(try found("tag:village-bridge water").isEmpty)
  }

  @Test("a title counts for the first passage alone")
  func title() throws {
    let results = try search.search("tag:well-beams")
    #expect(results.hits.map { $0.passage.path.description } == ["s1.p2", "s1.p1"])
    #expect(results.hits.last?.matches.map(\.field) == ["title"])
  }

  @Test("how a heading matches is said, without a place in the passage")
  func marked() throws {
    let hits = try search.search("tag:village-bridge").hits
    let stone = try #require(hits.first { $0.passage.path.description == "s1.p1" })
    #expect(stone.matches.map(\.term) == ["Village bridge works"])
    #expect(
      stone.matches.map(\.field) == ["heading"] && stone.matches.allSatisfy { $0.span == nil })
    #expect(stone.matches.map(\.concept) == ["village-bridge"])
    let gravel = try #require(hits.first { $0.passage.path.description == "s2.1.p1" })
    #expect(gravel.matches.map(\.term) == ["村桥工程"])
  }

  @Test("a tag that is ruled out is ruled out in headings too, so that both halves make the whole")
  func negated() throws {
    let all = Set(try found("gravel OR water OR nothing OR stone OR beams"))
    let with = Set(try found("tag:village-bridge"))
    let without = Set(try found("-tag:village-bridge"))
    #expect(with.isDisjoint(with: without) && with.union(without) == all)
  }

  @Test("what stands near a tag stands near it in the words of the passage")
  func near() throws {
    #expect(try found("tag:village-bridge NEAR/5 july") == ["s1.p2"])
    #expect(try found("tag:village-bridge NEAR/5 stone").isEmpty)
  }

  @Test("another rendering in the heading finds what the label that was typed would find there")
  func rendering() throws {
    #expect(try found("村桥工程").contains("s1.p1"))
    #expect(try !found("村桥工程", literally: true).contains("s1.p1"))
  }

  @Test("a heading counts in the facet for what the tag finds by it, and once in the ledger")
  func counted() throws {
    let results = try search.search("tag:village-bridge", counting: true)
    let concepts = results.facets.first { $0.name == .tag }?.counts ?? []
    #expect(results.totalCount == 3)
    #expect(concepts.first { $0.value == "village-bridge" }?.count == 3)
    let thesaurus = try #require(try search.thesaurus()).thesaurus()
    var tally = try #require(FormulaTally(of: "village-bridge", in: thesaurus))
    try search.forEachDocument(taggedBy: thesaurus) {
      tally.add(TaggedDocument($0, mentions: $1))
    }
    let ledger = tally.finished()
    #expect(ledger.count == 3)
    let chinese = try #require(ledger.renderings.first { $0.label.text == "村桥工程" })
    #expect(chinese.count == 1 && chinese.place?.citation.path.description == "s2")
    #expect(chinese.place?.words == "村桥工程" && chinese.place?.sentence == "村桥工程")
  }

  @Test("a mention in a heading is kept with its place and the path of its section")
  func kept() throws {
    let record = try search.record(named: "a")
    let document = try record.document()
    var reader = MentionReader(try search.thesaurus())
    let mentions = try document.sections.indices.flatMap {
      try reader.mentions(inHeadingOfSection: $0, of: record)
    }
    #expect(mentions.map { $0.heading?.description } == ["s0", "s1", "s2"])
    #expect(mentions.allSatisfy { $0.passage == nil })
    for mention in mentions {
      #expect(document.text.string(in: mention.span) == mention.text)
      let before = document.text.string(in: 0..<mention.span.start.byte)
      #expect(mention.span.start.scalar == before.unicodeScalars.count)
    }
  }

  @Test(
    "in our own documents nothing is kept twice: a heading that begins a passage is that passage's")
  func once() throws {
    let index = folder.path + "/own"
    _ = try CorpusIndexing(of: Corpus(at: [ProjectFolder.corpus]), at: index).run()
    let search = try PolicySearch(at: index)
    let thesaurus = try #require(try search.thesaurus()).thesaurus()
    var headingCount = 0
    try search.forEachDocument(taggedBy: thesaurus) { document, mentions in
      let kept = mentions.all.map { "\($0.concept) \($0.range)" }
      #expect(Set(kept).count == kept.count, "\(document.id)")
      headingCount += mentions.headings.reduce(0) { $0 + $1.count }
      var reader = MentionReader(try search.thesaurus())
      let record = try search.record(named: document.id.name)
      for (section, own) in mentions.headings.enumerated() {
        let cited = try reader.mentions(inHeadingOfSection: section, of: record)
        #expect(cited.map(\.span.bytes) == own.map(\.range), "\(document.id) \(section)")
      }
    }
    #expect(headingCount > 50)
  }
}
