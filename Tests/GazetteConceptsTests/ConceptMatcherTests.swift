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

  // MARK: One label of several

  private static func found(
    _ text: String, _ concepts: [Concept]
  ) -> [String] {
    let utf8 = Array(text.utf8)
    return ConceptMatcher(Thesaurus(concepts: concepts)).mentions(in: utf8).map {
      "\($0.concept) \($0.label.status) \($0.label.text)" + ($0.isPart ? " (part)" : "")
    }
  }

  private static func concept(
    _ id: String, _ labels: [(String, ConceptLabel.Status)], not: [String] = []
  ) -> Concept {
    var concept = Concept(id: id)
    concept.labels = labels.map { ConceptLabel($0.0, language: .english, status: $0.1) }
    concept.negativeLabels = not.map { ConceptLabel($0, language: .english, status: .hidden) }
    return concept
  }

  @Test(
    "of labels of one concept that are read alike the best counts, in whatever order they stand")
  func best() {
    let labels: [(String, ConceptLabel.Status)] = [
      ("village-bridge work", .broken), ("Village Bridge works", .hidden),
      ("village bridge works", .alias), ("village “bridge” works", .preferred),
    ]
    for rotation in labels.indices {
      let turned = Array(labels[rotation...] + labels[..<rotation])
      for kept in 1...labels.count {
        let own = Array(turned.prefix(kept))
        let best = ConceptLabel.Status.allCases.first { status in own.contains { $0.1 == status } }
        let found = Self.found("The village bridge works go on.", [Self.concept("a", own)])
        let words = own.first { $0.1 == best }?.0 ?? ""
        #expect(found == ["a \(best?.rawValue ?? "") \(words)"], "\(own)")
      }
    }
    // Of two that are worth the same the first.
    let twins = [
      ("village-bridge works", ConceptLabel.Status.alias), ("village bridge work", .alias),
    ]
    #expect(
      Self.found("village bridge works", [Self.concept("a", twins)]) == [
        "a alias village-bridge works"
      ])
  }

  // MARK: Parts

  @Test("a label inside a longer one that does not count stands on its own")
  func standing() {
    let short = Self.concept("short", [("bridge works", .preferred)])
    let long = Self.concept(
      "long", [("village bridge works", .preferred)], not: ["old village bridge works"])
    #expect(
      Self.found("the village bridge works", [short, long])
        == ["long preferred village bridge works", "short preferred bridge works (part)"])
    // The negative label is no mention that it could be a part of, and the longer label is ruled out.
    #expect(
      Self.found("the old village bridge works", [short, long])
        == ["short preferred bridge works"])
    let shy = Self.concept(
      "shy", [("bridge works", .preferred)], not: ["village bridge works"])
    #expect(
      Self.found("the village bridge works", [shy, long]) == ["long preferred village bridge works"]
    )
  }

  @Test(
    "a label inside a longer one that lacks evidence stands on its own, and is a part where there is some"
  )
  func unproved() throws {
    let yaml = """
      concepts:
      - id: long
        en: village bridge works
        context_required: [village bridge works]
        aliases_en: [great village plan]
        broader: field
      - id: field
        en: roads of the county
      - id: short
        en: bridge works
      """
    let matcher = ConceptMatcher(try Thesaurus(yaml: Array(yaml.utf8), file: "t.yaml"))
    func found(_ passages: [String]) -> [[String]] {
      matcher.mentions(in: OnePassageDocument.document(named: "a", passages: passages)).passages.map
      {
        $0.map { $0.concept + ($0.isPart ? " (part)" : "") }
      }
    }
    #expect(found(["The village bridge works."]) == [["short"]])
    #expect(
      found(["The village bridge works.", "The great village plan."])
        == [["long", "short (part)"], ["long"]])
    #expect(found(["The “village bridge works”."]) == [["long", "short (part)"]])
  }

  // MARK: Marks

  @Test(
    "words on either side of a mark are no label without it",
    arguments: [
      "He kept three. Guarantees followed.", "three; guarantees", "three: guarantees",
      "three, guarantees", "three! Guarantees", "three (guarantees)", "three/guarantees",
      "three\n\nguarantees", "three \r\n \r\n guarantees", "three\tguarantees", "three…guarantees",
      "three — guarantees", "三。保障", "三、保障", "三；保障", "三\n\n保障", "三：保障", "三——保障", "三（保障）", "三\t保障",
      "两不愁。三保障",
    ])
  func parted(text: String) throws {
    #expect(try !found(text).contains { $0.hasSuffix(" " + text) || $0.hasPrefix("pair") })
    if !text.contains("两不愁") { #expect(try found(text).isEmpty) }
  }

  @Test(
    "a line may end inside a label, and what joins words may join those of one",
    arguments: [
      "three\nguarantees", "three\r\nguarantees", "three – guarantees", "three-guarantees",
      "“three” guarantees", "三\n保障", "“三”保障", "《三保障》",
    ])
  func joined(text: String) throws {
    #expect(try found(text).contains { $0.hasPrefix("guarantees ") })
  }

  @Test(
    "a label with a mark is found with that mark, whatever its width, and not with another",
    arguments: [
      (
        "basic public **** services", ["Basic public **** service", "basic public ** services"],
        [
          "basic public services", "basic public. Services", "basic public — services",
          "basic public, services",
        ]
      ),
      (
        "No. 1 document",
        ["No.1 Document", "no. 1 documents", "No．1 document", "No 1 document", "no.\n1 document"],
        [
          "No! 1 document", "no, 1 document", "No: 1 document", "no.\n\n1 document",
          "No. (1) document",
        ]
      ),
      (
        "1.8 billion mu", ["1.8 billion mu"], ["1 8 billion mu", "18 billion mu", "1,8 billion mu"]
      ),
      ("省（自治区）负总责", ["省(自治区)负总责", "省（自治区） 负总责"], ["省自治区负总责", "省。自治区。负总责"]),
      ("碳达峰·碳中和", ["碳达峰·碳中和", "碳达峰 · 碳中和"], ["碳达峰。碳中和", "碳达峰碳中和", "碳达峰；碳中和"]),
      ("互联网+", ["互联网+", "“互联网＋”行动", "互联网 + 医疗"], ["互联网", "互联网医疗", "互联网。+"]),
      (
        "Internet + health", ["internet+health", "Internet + Health"],
        ["Internet health", "Internet. + health"]
      ),
      ("input/output", ["Input / output"], ["input. Output", "input output"]),
    ])
  func marked(label: String, same: [String], other: [String]) {
    let concept = Self.concept("a", [(label, .preferred)])
    for text in same { #expect(Self.found(text, [concept]).count == 1, "\(text)") }
    for text in other { #expect(Self.found(text, [concept]).isEmpty, "\(text)") }
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
