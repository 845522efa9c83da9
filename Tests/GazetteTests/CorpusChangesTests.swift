import Gazette
import GazetteDocument
import GazetteTestSupport
import Testing

/// What is new, changed, gone or moved since a revision, for the corpus and for a query.
@Suite struct CorpusChangesTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @discardableResult
  private func run(rebuilding: Bool = false) throws -> PolicySearch {
    var indexing = try CorpusIndexing(
      of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
    indexing.rebuilds = rebuilding
    #expect(try indexing.run().isComplete)
    return try PolicySearch(at: folder.path + "/index")
  }

  private static func list(_ changes: [CorpusChanges.Change]) -> [String] {
    changes.map { change in
      let sides = [change.old, change.new].map { side in
        side.map { "\($0.citation.short) \($0.text)" } ?? ""
      }
      return "\(change.kind): \(sides[0]) → \(sides[1])"
    }
  }

  private func write() throws {
    try folder.write("# Water\n\nAlpha pumps run.\n\nBeta pipes leak.\n", to: "corpus/a.md")
    try folder.write("# 住房\n\n危房应当改造。\n\n县级人民政府负责。\n", to: "corpus/b.md")
    try folder.write("# Roads\n\nGamma roads are wide.\n", to: "corpus/c.md")
  }

  @Test("each passage says what became of it, with document, path, words and citation of its time")
  func passages() throws {
    try write()
    let first = try run().revision
    try folder.write(
      "# Water\n\nDelta wells open.\n\nAlpha pumps run day and night.\n", to: "corpus/a.md")
    try folder.remove("corpus/c.md")
    try folder.write("# 教育\n\n义务教育有保障。\n", to: "corpus/d.md")
    let search = try run()
    let changes = try search.changes(since: search.revision(named: first))
    #expect(
      Self.list(changes.changes) == [
        "new:  → a#s0.p1 Delta wells open.",
        "changed: a#s0.p1 Alpha pumps run. → a#s0.p2 Alpha pumps run day and night.",
        "gone: a#s0.p2 Beta pipes leak. → ",
        "gone: c#s0.p1 Gamma roads are wide. → ",
        "new:  → d#s0.p1 义务教育有保障。",
      ])
    #expect(changes.documents.map(\.kind) == [.changed, .gone, .new])
    #expect(changes.sameCount == 0)
    let gone = try #require(changes.changes.first { $0.old?.text.hasPrefix("Gamma") == true }?.old)
    #expect(gone.citation.full.contains("“Roads”") && gone.citation.full.contains("c#s0.p1 (gz:"))
    #expect(MachineID(gone.id.description)?.bytes == gone.span.bytes)
  }

  @Test("a document under another name, and a passage elsewhere in its document, moved")
  func moves() throws {
    try write()
    let first = try run().currentRevision
    try folder.remove("corpus/c.md")
    try folder.write("# Roads\n\nGamma roads are wide.\n", to: "corpus/e/roads.md")
    try folder.write("# Water\n\nBeta pipes leak.\n\nAlpha pumps run.\n", to: "corpus/a.md")
    let changes = try run().changes(since: first)
    #expect(changes.documents.map(\.kind) == [.changed, .moved])
    #expect(changes.documents.last?.old?.id.name == "c")
    #expect(changes.documents.last?.new?.id.name == "e/roads")
    #expect(changes.changes.map(\.kind) == [.moved])
    #expect(
      changes.changes.first?.new?.citation.short != changes.changes.first?.old?.citation.short)
  }

  @Test("what was changed and changed back, tagged anew or read anew is not changed")
  func unchanged() throws {
    try write()
    let first = try run().currentRevision
    try folder.write("# Water\n\nOther words.\n", to: "corpus/a.md")
    let second = try run().currentRevision
    try write()
    let third = try run(rebuilding: true)
    let changes = try third.changes(since: first)
    #expect(changes.documents.isEmpty && changes.changes.isEmpty)
    #expect(try third.changes(since: second).documents.map(\.kind) == [.changed])
    #expect(try third.changes(since: third.currentRevision).documents.isEmpty)
    #expect(first.fingerprint == third.currentRevision.fingerprint)
    #expect(try third.revisions().map(\.generation) == [1, 2, 3])
  }

  @Test("what is entered beside a document changes it, and says which values")
  func metadata() throws {
    try write()
    let first = try run().currentRevision
    try folder.write("status: 已废止\nissuer: Example Bureau\n", to: "corpus/c.meta.yaml")
    let search = try run()
    let changes = try search.changes(since: first)
    #expect(changes.documents.map(\.fields) == [["issuer", "status"]])
    #expect(changes.changes.isEmpty && changes.sameCount == 1)
    var comparison = try QueryComparison(search, changes)
    let found = try comparison.changes(for: "status:repealed roads").changes
    #expect(found.map(\.kind) == [.new] && found.first?.old?.text == found.first?.new?.text)
  }

  @Test(
    "a query is asked of both states: by words, by a formula in any rendering, by place and date")
  func queries() throws {
    try write()
    let first = try run().currentRevision
    try folder.write(
      "# Water\n\nAlpha pumps run.\n\nBeta pipes are new.\n\nThe two assurances and three guarantees hold.\n",
      to: "corpus/a.md")
    try folder.write("# 住房\n\n危房应当全部改造。\n\n落实三保障。\n", to: "corpus/b.md")
    let search = try run()
    var comparison = try QueryComparison(search, try search.changes(since: first))
    func kinds(_ query: String) throws -> [String] {
      Self.list(try comparison.changes(for: query).changes)
    }
    #expect(
      try kinds("beta") == ["changed: a#s0.p2 Beta pipes leak. → a#s0.p2 Beta pipes are new."])
    #expect(
      try kinds("leak") == ["gone: a#s0.p2 Beta pipes leak. → a#s0.p2 Beta pipes are new."])
    #expect(
      try kinds("两不愁三保障") == [
        "new:  → a#s0.p3 The two assurances and three guarantees hold."
      ])
    #expect(try kinds("tag:three-guarantees doc:b") == ["new:  → b#s0.p2 落实三保障。"])
    #expect(try kinds("县级人民政府") == ["gone: b#s0.p2 县级人民政府负责。 → "])
    #expect(try kinds("改造") == ["changed: b#s0.p1 危房应当改造。 → b#s0.p1 危房应当全部改造。"])
    #expect(try kinds("roads").isEmpty && kinds("alpha").isEmpty)
    #expect(try comparison.changes(for: "roads").matchCount == 1)
    #expect(throws: LookupError.self) { try comparison.changes(for: "tag:no-such-thing") }
  }

  @Test("a revision has three names; one that is not known is said with those that are")
  func names() throws {
    try write()
    let first = try run()
    try folder.write("# More\n\nWords.\n", to: "corpus/z.md")
    let search = try run()
    let hash = String(first.revision.drop { $0 != "-" }.dropFirst())
    for name in ["r1", "r1-" + hash, hash, hash.uppercased(), "R1", "r7-" + hash] {
      #expect(try search.revision(named: name) == first.currentRevision, "\(name)")
    }
    let known = [first.revision, search.revision]
    for name in [
      "r0", "r3", "r1-00000000", "0000000g", "", "r", "1", "r1-", "-" + hash,
      "r99999999999999999999",
    ] {
      #expect(throws: LookupError.noRevision(name: name, known: known), "\(name)") {
        try search.revision(named: name)
      }
    }
  }

  @Test("an index that is begun anew by another build knows its own revisions only")
  func anotherBuild() throws {
    try write()
    try run()
    try folder.write("# More\n\nWords.\n", to: "corpus/z.md")
    try run()
    // The manifest of a build that this one cannot read.
    let manifest = folder.path + "/index/manifest"
    try folder.write([UInt8](repeating: 7, count: 100), to: "index/manifest")
    let search = try run()
    #expect(try search.revisions() == [search.currentRevision], "\(manifest)")
    try folder.remove("corpus/z.md")
    let next = try run()
    #expect(try next.revisions() == [search.currentRevision, next.currentRevision])
    #expect(try next.changes(since: search.currentRevision).documents.map(\.kind) == [.gone])
  }

  @Test(
    "a damaged log is an error of `since`, found by an examination, and no hindrance to a search")
  func damage() throws {
    try write()
    let first = try run().currentRevision
    try folder.remove("corpus/c.md")
    try run()
    let path = folder.path + "/index/2.log"
    var bytes = try FileReading.bytes(of: path, limit: 1 << 20)
    bytes[10] ^= 0x40
    try folder.write(bytes, to: "index/2.log")
    let search = try PolicySearch(at: folder.path + "/index")
    #expect(try search.search("alpha").totalCount == 1)
    #expect(throws: IndexError.self) { try search.changes(since: first) }
    let examination = try CorpusExamination(at: folder.path + "/index")
    #expect(examination.damages.count == 1 && "\(examination.damages)".contains("2.log"))
  }
}
