import Gazette
import GazetteConcepts
import GazetteIndex
import GazetteSearch
import GazetteTestSupport
import Testing

/// A thesaurus read out of the bytes that an index keeps, sound or damaged.
@Suite struct StoredThesaurusTests {
  private static let yaml = """
    concepts:
    - id: pair
      zh: 两不愁三保障
      en: two assurances and three guarantees
      broader: campaign
      parts: [guarantees, 两不愁]
      note: Often damaged.
    - id: campaign
      zh: 脱贫攻坚战
      definition: {en: A campaign., zh: 行动。}
      first_source: {document: 决定, date: '2015', confidence: sure}
    - id: guarantees
      zh: 三保障
      en: three guarantees
      aliases_en: [three securities]
      hidden_en: [three protections]
      context_required: [three guarantees]
      not: [three guarantees card]
      differsFrom: [campaign]
      neighbours: [water]
    - id: other
      en: three securities
      parts: [pair]
    """

  private static func matcher() throws -> ConceptMatcher {
    ConceptMatcher(try Thesaurus(yaml: Array(yaml.utf8), file: "sample.yaml").sortedByID())
  }

  private static func stored(_ bytes: [UInt8]) throws -> StoredThesaurus {
    try StoredThesaurus(count: bytes.count, file: "index") { Array(bytes[$0]) }
  }

  @Test("a thesaurus comes out as it went in, and so does the one that is built in")
  func roundTrip() throws {
    for thesaurus in [try Self.matcher().thesaurus, try Thesaurus.builtIn().sortedByID()] {
      let stored = try Self.stored(ThesaurusCoding.bytes(of: ConceptMatcher(thesaurus)))
      #expect(try stored.thesaurus() == thesaurus)
      for (number, concept) in thesaurus.concepts.enumerated() {
        #expect(try stored.number(of: concept.id) == number)
        #expect(try stored.id(at: number) == concept.id)
        #expect(try stored.family(of: number) == thesaurus.family(of: concept.id))
      }
      #expect(try stored.number(of: "no-such-id") == nil)
    }
  }

  @Test("the labels of a text are those that the matcher finds, but for parts")
  func labels() throws {
    let matcher = try Self.matcher()
    let stored = try Self.stored(ThesaurusCoding.bytes(of: matcher))
    var generator = SeededGenerator(seed: 7)
    let words = [
      "three", "guarantees", "securities", "card", "two", "assurances", "and", "三保障", "两不愁", "3保障",
      "脱贫", "攻坚战", "。", "protections", "3",
    ]
    for round in 0..<300 {
      let text = (0..<(1 + generator.below(9))).map { _ in
        words[generator.below(words.count)] + (generator.once(in: 2) ? " " : "")
      }.joined()
      let found = try stored.labels(in: text).flatMap { label in
        label.owners.map { "\($0.concept) \($0.label) \(label.range)" }
      }
      let expected = matcher.tags(in: Array(text.utf8)).filter { !$0.isPart }.map {
        "\($0.concept) \($0.label) \($0.range)"
      }
      #expect(found == expected, "seed 7, round \(round): \(text)")
    }
  }

  @Test("whose label a text is as a whole")
  func owners() throws {
    let stored = try Self.stored(ThesaurusCoding.bytes(of: try Self.matcher()))
    func ids(_ text: String) throws -> [String] {
      try stored.owners(ofLabel: text).map { try stored.id(at: $0.concept) }
    }
    #expect(try ids("Three-Securities") == ["guarantees", "other"])
    #expect(try ids("兩不愁三保障") == ["pair"] && ids("“3保障”") == ["guarantees"])
    #expect(try ids("three guarantees card").isEmpty && ids("three").isEmpty && ids("").isEmpty)
  }

  @Test("whatever byte is damaged, reading ends in a value or an error")
  func damage() throws {
    let bytes = ThesaurusCoding.bytes(of: try Self.matcher())
    var generator = SeededGenerator(seed: 11)
    var errors = 0
    for place in bytes.indices {
      var broken = bytes
      broken[place] ^= UInt8(1 + generator.below(255))
      do {
        let stored = try Self.stored(broken)
        _ = try stored.labels(in: "two assurances and three guarantees 三保障 three securities card")
        _ = try stored.owners(ofLabel: "三保障")
        for number in 0..<min(stored.conceptCount, 8) { _ = try stored.family(of: number) }
        _ = try stored.number(of: "guarantees")
        _ = try stored.lookUp("sanbaozhang")
        _ = try stored.thesaurus()
      } catch is IndexError {
        errors += 1
      }
    }
    #expect(errors > 100, "seed 11")
    for count in stride(from: 0, to: bytes.count, by: 97) {
      #expect(throws: IndexError.self) { _ = try Self.stored(Array(bytes.prefix(count))) }
    }
  }
}
