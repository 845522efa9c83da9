import Gazette
import GazetteConcepts
import GazetteTestSupport
import Testing

@Suite struct ConceptMatcherTests {
  private static let yaml = """
    concepts:
    - id: campaign
      zh: 脱贫攻坚战
      en: battle against poverty
    - id: pair
      zh: 两不愁三保障
      zh_hant: 兩不愁三保障
      en: two assurances and three guarantees
      aliases_en: [two no worries and three guarantees, two worries and three guarantees]
      hidden_en: [two worries and three guarantees]
      broader: campaign
      parts: [guarantees]
    - id: guarantees
      zh: 三保障
      en: three guarantees
      context_required: [three guarantees]
      not: [three guarantees for products]
      broader: pair
    - id: chain
      zh: 中央统筹、省负总责、市县抓落实
      en: central planning
      broader: campaign
    """

  private func matcher() throws -> ConceptMatcher {
    ConceptMatcher(try Thesaurus(yaml: Array(Self.yaml.utf8), file: "sample.yaml"))
  }

  private func found(_ text: String) throws -> [String] {
    let utf8 = Array(text.utf8)
    return try matcher().mentions(in: utf8).map { mention in
      let words = String(decoding: utf8[mention.range], as: UTF8.self)
      return "\(mention.concept) \(mention.label.status) \(words)"
        + (mention.isPart ? " (part)" : "")
    }
  }

  @Test("the longest label is taken, those inside it are its parts")
  func longest() throws {
    #expect(
      try found("落实“两不愁三保障”政策")
        == ["pair preferred 两不愁三保障", "guarantees preferred 三保障 (part)"])
    #expect(
      try found("Two Worries and 3 Guarantees")
        == ["pair broken Two Worries and 3 Guarantees", "guarantees preferred 3 Guarantees (part)"])
  }

  @Test(
    "every rendering is found",
    arguments: [
      ("3保障", "guarantees"), ("2不愁3保障", "pair"), ("兩不愁三保障", "pair"),
      ("Three-Guarantee", "guarantees"),
      ("中央统筹省负总责市县抓落实", "chain"), ("中央统筹，省负总责，市县抓落实", "chain"), ("三 保障", "guarantees"),
    ])
  func renderings(text: String, concept: String) throws {
    #expect(try found(text).contains { $0.hasPrefix(concept + " ") })
  }

  @Test("what is inside a negative label does not count, and no label begins or ends within a word")
  func denied() throws {
    #expect(try found("Three guarantees for products apply.").isEmpty)
    #expect(try found("the threeguarantees, three guaranteesx").isEmpty)
    #expect(try found("三、保障").isEmpty)
  }

  @Test(
    "a digit beside a Han digit is part of a longer number, and has no other spelling",
    arguments: [("二0二0年", "202 0年"), ("三3工程", "33工程"), ("三3工程", "三三工程"), ("10二条", "102条")])
  func mixedNumbers(label: String, text: String) {
    var concept = Concept(id: "year")
    concept.labels = [ConceptLabel(label, language: .simplifiedChinese, status: .preferred)]
    let matcher = ConceptMatcher(Thesaurus(concepts: [concept]))
    #expect(matcher.mentions(in: Array(label.utf8)).count == 1)
    #expect(matcher.mentions(in: Array(text.utf8)).isEmpty)
    #expect(matcher.mentions(in: Array(text.replacing(" ", with: "").utf8)).isEmpty)
  }

  @Test("concepts that lead into a circle of wider ones are of its field")
  func circle() {
    func concept(_ id: String, below broader: String) -> Concept {
      var concept = Concept(id: id)
      concept.broader = broader
      return concept
    }
    let thesaurus = Thesaurus(concepts: [
      concept("a", below: "b"), concept("b", below: "c"), concept("c", below: "b"),
      concept("d", below: "a"), concept("e", below: "e"), concept("f", below: "none"),
    ])
    #expect((0..<6).map { thesaurus.field(of: $0) } == [1, 1, 1, 1, 4, 5])
  }

  @Test("a broken thesaurus is refused with the line")
  func errors() {
    for (yaml, line, code) in [
      ("concepts:\n- zh: 三保障\n", 2, "missing-id"), ("concepts:\n- id: A b\n", 2, "invalid-id"),
      ("concepts:\n- id: a\n- id: a\n", 3, "repeated-id"),
      ("concepts:\n- id: a\n  kind: shape\n", 3, "unknown-value"),
      ("concepts:\n- id: a\n  parts:\n  - [b]\n", 4, "wrong-shape"),
      ("concepts:\n- id: a\n  aliase_en:\n  - b\n", 3, "unknown-field"),
      ("rules: []\n", 1, "no-concepts"),
      ("concepts: [a\n", 2, "not-yaml"), ("concepts:\n- &x {id: a}\n- *x\n", 3, "not-yaml"),
    ] {
      let error = #expect(throws: ThesaurusError.self) {
        _ = try Thesaurus(yaml: Array(yaml.utf8), file: "t.yaml")
      }
      #expect(error?.line == line && error?.code == code, "\(yaml): \(String(describing: error))")
    }
  }
}
