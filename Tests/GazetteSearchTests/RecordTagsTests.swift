import Gazette
import GazetteConcepts
import GazetteDocument
import GazetteIndex
import GazetteSearch
import GazetteTestSupport
import Testing

/// The mentions in a document's record, sound or damaged.
@Suite struct RecordTagsTests {
  private static let yaml = """
    concepts:
    - id: housing
      zh: 住房安全
      en: safe housing
    - id: water
      en: water
    """

  private static func group() throws -> EntryGroup {
    EntryGroup(
      SampleDocument.document,
      taggedBy: ConceptMatcher(try Thesaurus(yaml: Array(yaml.utf8), file: "t.yaml")))
  }

  private static func search(
    _ groups: [EntryGroup], in folder: TemporaryFolder
  ) throws -> Searcher {
    let writer = try IndexWriter(at: folder.path, schema: .policy)
    for group in groups { try writer.add(group) }
    try writer.commit()
    return try SearchIndex(at: folder.path).searcher()
  }

  @Test("mentions are read passage by passage, and all together")
  func read() throws {
    let folder = TemporaryFolder()
    let searcher = try Self.search([Self.group()], in: folder)
    let group = try #require(try searcher.group(key: "sample/a"))
    let record = try searcher.record(of: group)
    let text = Array(SampleDocument.text.utf8)
    func words(_ tags: [ConceptTag]) -> [String] {
      tags.map { String(decoding: text[$0.range], as: UTF8.self) + " \($0.concept)" }
    }
    #expect(try words(record.tags()) == ["住房安全 0", "Safe housing 0", "Water 1"])
    var parts: [String] = []
    for index in 0..<record.passageCount {
      let passage = try record.citedPassage(at: index)
      parts += words(try record.tags(in: passage.passage.span.bytes))
    }
    #expect(try parts == words(record.tags()))
    #expect(try record.document() == SampleDocument.document)
  }

  @Test("whatever byte of a record is damaged, its mentions are a value or an error")
  func damage() throws {
    let folder = TemporaryFolder()
    let sound = try Self.group()
    var generator = SeededGenerator(seed: 3)
    let groups = sound.stored.indices.map { place in
      var stored = sound.stored
      stored[place] ^= UInt8(1 + generator.below(255))
      return EntryGroup(key: "\(place)", stored: stored, entries: [sound.entries[0]])
    }
    let searcher = try Self.search(groups, in: folder)
    var errors = 0
    for group in searcher.groups {
      do {
        let record = try searcher.record(of: group)
        _ = try record.tags()
        _ = try record.tags(in: 10..<90)
        _ = try record.document()
      } catch {
        errors += 1
      }
    }
    #expect(errors > 20, "seed 3")
  }
}
