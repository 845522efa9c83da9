import Foundation
import Gazette
import GazetteTestSupport
import Testing

/// Concepts at index time: what is kept with a document, what is found, and what another thesaurus changes.
@Suite struct TaggingTests {
  private static let concepts = """
    concepts:
    - id: village-bridge
      zh: 村桥工程
      en: village bridge works
      aliases_en: [bridge of the village]
      hidden_en: [village bridge engineering]
    """

  private let folder: ScratchFolder
  private var index: String { folder.path + "/index" }

  init() throws {
    folder = try ScratchFolder()
    try folder.write(
      "Village bridge works go on.\n\nThe village bridge engineering is slow.\n", to: "corpus/a.txt"
    )
    try folder.write("村桥工程须按期完成。\n", to: "corpus/b.txt")
  }

  @discardableResult
  private func run(
    _ concepts: [String] = [], retags: Bool = false, rebuilds: Bool = false
  ) throws -> IndexingReport {
    var indexing = try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: index)
    indexing.conceptFiles = concepts.map { folder.path + "/" + $0 }
    indexing.retags = retags
    indexing.rebuilds = rebuilds
    return try indexing.run()
  }

  /// The mentions of a document as `concept status words`.
  private func mentions(_ document: String) throws -> [String] {
    let search = try PolicySearch(at: index)
    let record = try search.record(named: document)
    var reader = MentionReader(try search.thesaurus())
    return try (0..<record.passageCount).flatMap {
      try reader.mentions(in: record.citedPassage(at: $0), of: record)
    }.map { "\($0.concept) \($0.label.status) \($0.text)" }
  }

  private func count(_ concept: String) throws -> Int {
    let term = Term(mention: concept.utf8, in: PolicyField.body.id)
    return try PolicySearch(at: index).searcher.count(.term(term))
  }

  @Test("mentions are kept with their words and status, and stand at the positions of the words")
  func kept() throws {
    try folder.write(Self.concepts, to: "corpus/concepts.yaml")
    let report = try run()
    #expect(report.documents == 2 && report.skips.map(\.reason) == [.settings])
    #expect(
      try mentions("a") == [
        "village-bridge preferred Village bridge works",
        "village-bridge broken village bridge engineering",
      ])
    #expect(try mentions("b") == ["village-bridge preferred 村桥工程"])
    #expect(try count("village-bridge") == 3)
    let searcher = try PolicySearch(at: index).searcher
    let mention = [UInt8](Term(mention: "village-bridge".utf8, in: PolicyField.body.id).bytes)
    func near(_ word: String, _ distance: Int) throws -> Int {
      try searcher.count(
        .near(
          field: PolicyField.body.id,
          phrases: [
            [PhraseTerm(bytes: mention, offset: 0)],
            [PhraseTerm(bytes: Array(word.utf8), offset: 0)],
          ], distance: distance))
    }
    #expect(try near("village", 1) == 2 && near("go", 2) == 0 && near("go", 3) == 1)
  }

  @Test("what is built in counts least, the corpus's own file more, a given one most")
  func order() throws {
    try folder.write("The three guarantees and the 两不愁.\n", to: "corpus/c.txt")
    try run()
    #expect(try mentions("c").contains("two-assurances preferred 两不愁"))
    try folder.write(
      "concepts:\n- id: two-assurances\n  zh: 另一说法\n", to: "corpus/concepts.yaml")
    try run()
    #expect(try mentions("c").allSatisfy { !$0.hasPrefix("two-assurances ") })
    try folder.write("concepts:\n- id: two-assurances\n  zh: 两不愁\n", to: "own.yaml")
    try run(["own.yaml"])
    #expect(try mentions("c").contains("two-assurances preferred 两不愁"))
  }

  @Test("a changed thesaurus tags the documents anew from the index, and changes the revision")
  func changed() throws {
    let first = try run()
    #expect(first.retagged == 0)
    #expect(try mentions("a").isEmpty && count("village-bridge") == 0)
    try folder.write(Self.concepts, to: "corpus/concepts.yaml")
    let second = try run()
    #expect(second.retagged == 2 && second.unchanged == 2 && second.changed == 0)
    #expect(second.revision.suffix(8) != first.revision.suffix(8))
    #expect(try mentions("a").count == 2 && count("village-bridge") == 3)
    let third = try run()
    #expect(third.retagged == 0 && third.revision == second.revision)
    // A comment changes the file and nothing of what is found.
    try folder.write("# Ours.\n" + Self.concepts, to: "corpus/concepts.yaml")
    let fourth = try run()
    #expect(fourth.retagged == 0 && fourth.revision.suffix(8) == second.revision.suffix(8))
    try folder.remove("corpus/concepts.yaml")
    #expect(try run().retagged == 2)
    #expect(try mentions("a").isEmpty && count("village-bridge") == 0)
  }

  @Test("tagged anew, an index holds what one built from nothing holds")
  func same() throws {
    try run()
    try folder.write(Self.concepts, to: "corpus/concepts.yaml")
    try run()
    let texts = try ["a", "b"].map { try PolicySearch(at: index).document(named: $0) }
    let tags = try ["a", "b"].map(mentions)
    try run(rebuilds: true)
    #expect(try ["a", "b"].map { try PolicySearch(at: index).document(named: $0) } == texts)
    #expect(try ["a", "b"].map(mentions) == tags)
  }

  @Test("no file of a document is opened to tag it anew")
  func unread() throws {
    try run()
    try folder.write("Other words altogether.\n", to: "corpus/a.txt")
    try folder.remove("corpus/b.txt")
    try folder.write(Self.concepts, to: "corpus/concepts.yaml")
    let report = try run(retags: true)
    #expect(report.retagged == 2 && report.documents == 2 && report.unchanged == 2)
    #expect(try mentions("a").count == 2 && mentions("b").count == 1)
    let next = try run()
    #expect(next.changed == 1 && next.removed == 1 && next.retagged == 0)
  }

  @Test("a document that cannot be read any more is tagged anew all the same")
  func stale() throws {
    try folder.write("<html><body><p>Village bridge works.</p></body></html>", to: "corpus/d.html")
    try run()
    let attributes = (0..<300).map { " a\($0)=1" }.joined()
    try folder.write("<html><body><p\(attributes)>Gamma.</p></body></html>", to: "corpus/d.html")
    try folder.write(Self.concepts, to: "corpus/concepts.yaml")
    let report = try run()
    #expect(report.failures.first?.isStale == true && report.retagged == 3)
    #expect(try mentions("d") == ["village-bridge preferred Village bridge works"])
  }

  @Test("a broken file of concepts ends the run with its line, and the index is as it was")
  func broken() throws {
    let before = try run()
    try folder.write("concepts:\n- id: a\n  kind: shape\n", to: "corpus/concepts.yaml")
    let error = #expect(throws: ThesaurusError.self) { try run() }
    #expect(error?.line == 3 && error?.code == "unknown-value")
    #expect(try PolicySearch(at: index).revision == before.revision)
  }

  @Test("a label that damage splits is found in the words as they are read")
  func mended() throws {
    try folder.write(Self.concepts, to: "corpus/concepts.yaml")
    try folder.write(
      "The village **** bridge works are real u2014 and the village bridge works go on.\n",
      to: "corpus/e.md")
    try run()
    let document = try PolicySearch(at: index).document(named: "e")
    for mention in try mentions("e") { #expect(mention.hasPrefix("village-bridge ")) }
    #expect(try mentions("e").count >= 1 && !document.passages.isEmpty)
  }
}
