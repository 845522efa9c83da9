import Gazette
import GazetteConcepts
import GazetteTestSupport
import Testing

/// Where the evidence of headings and titles counts: `bridge works` counts beside what is certainly of its field alone.
@Suite struct EvidencePlaceTests {
  private static let yaml = """
    concepts:
    - id: roads
      en: roads of the county
      aliases_en: [county road plan]
    - id: bridge
      en: bridge works
      context_required: [bridge works]
      broader: roads
    """

  /// The ids of what is mentioned, passage by passage and then heading by heading.
  private func mentions(
    _ lines: [(part: TaggingDocument.Part, words: String)]
  ) throws -> (passages: [[String]], headings: [[String]]) {
    let matcher = ConceptMatcher(
      try Thesaurus(yaml: Array(Self.yaml.utf8), file: "concepts.yaml"))
    let found = matcher.mentions(in: TaggingDocument.document(lines))
    return (
      found.passages.map { $0.map(\.concept) }, found.headings.dropFirst().map { $0.map(\.concept) }
    )
  }

  @Test("a heading counts for the passage that follows it and the ones beside that")
  func following() throws {
    let found = try mentions([
      (.passage, "The bridge works began."), (.passage, "The bridge works went on."),
      (.heading, "Roads of the county"), (.passage, "The bridge works paused."),
      (.passage, "The bridge works ended."), (.passage, "The bridge works were forgotten."),
    ])
    #expect(found.passages == [[], ["bridge"], ["bridge"], ["bridge"], []])
    #expect(found.headings == [["roads"]])
  }

  @Test("what stands between a heading and its passage makes no difference")
  func furniture() throws {
    let found = try mentions([
      (.passage, "The bridge works began."), (.passage, "Nothing."),
      (.heading, "Roads of the county"),
      (.furniture, "Page 3"), (.heading, "Bridge works"), (.furniture, "Page 4"),
      (.passage, "Nothing."),
      (.passage, "The bridge works ended."),
    ])
    #expect(found.passages == [[], [], [], ["bridge"]])
    #expect(found.headings == [["roads"], ["bridge"]])
  }

  @Test(
    "a heading that no passage follows stands at the last one, and alone in a document without any")
  func last() throws {
    let found = try mentions([
      (.passage, "The bridge works began."), (.passage, "Nothing."), (.passage, "Bridge works."),
      (.heading, "Roads of the county"),
    ])
    #expect(found.passages == [[], [], ["bridge"]])
    let alone = try mentions([(.heading, "Roads of the county"), (.heading, "Bridge works")])
    #expect(alone.passages.isEmpty && alone.headings == [["roads"], ["bridge"]])
  }

  @Test(
    "a title that mentions the field makes a document of the field, wherever it stands",
    arguments: 0..<4)
  func title(place: Int) throws {
    var lines: [(part: TaggingDocument.Part, words: String)] = [
      (.passage, "The bridge works began."), (.passage, "Nothing."),
      (.passage, "The bridge works ended."),
    ]
    #expect(try mentions(lines).passages == [[], [], []])
    lines.insert((.title, "Notice on the county road plan"), at: place)
    #expect(try mentions(lines).passages == [["bridge"], [], ["bridge"]])
  }

  @Test("a title behind headings changes neither their places nor what is mended in them")
  func late() throws {
    let found = try mentions([
      (.passage, "The bridge works began."), (.passage, "Nothing."),
      (.heading, "Roads **** of **** the county"), (.passage, "The bridge**** works went on."),
      (.passage, "Nothing."), (.heading, "Bridge **** works"),
      (.passage, "The bridge works ended."),
      (.passage, "Nothing at all."), (.title, "Notice on **** stones"),
    ])
    #expect(found.passages == [[], [], ["bridge"], [], [], []])
    #expect(found.headings == [["roads"], []])
  }

  @Test("a label in a title that wants evidence is none, and gets it from the passages beside it")
  func unproved() throws {
    let title = (part: TaggingDocument.Part.title, words: "Bridge works")
    let matcher = ConceptMatcher(try Thesaurus(yaml: Array(Self.yaml.utf8), file: "concepts.yaml"))
    func roots(_ lines: [(part: TaggingDocument.Part, words: String)]) -> [String] {
      matcher.mentions(in: TaggingDocument.document(lines)).headings[0].map(\.concept)
    }
    #expect(roots([title, (.passage, "The bridge works began.")]).isEmpty)
    #expect(roots([title, (.passage, "The roads of the county.")]) == ["bridge"])
    #expect(
      roots([title, (.passage, "One."), (.passage, "Two."), (.passage, "The roads of the county.")])
        .isEmpty)
    #expect(
      roots([(.passage, "The roads of the county."), (.passage, "One."), title, (.passage, "Two.")])
        .isEmpty)
  }
}
