import Gazette
import GazetteConcepts
import GazetteDocument
import GazetteFormulas
import GazetteTestSupport
import Testing

@Suite struct DraftLintTests {
  private static let yaml = """
    concepts:
    - id: pair
      zh: 两不愁三保障
      zh_hant: 兩不愁三保障
      en: two assurances and three guarantees
      aliases_zh: [“两不愁”和“三保障”标准, 两个不愁三个保障]
      aliases_en: [two no worries and three guarantees, two worries and three guarantees]
      hidden_en: [two worries and three guarantees]
    - id: guarantees
      zh: 三保障
      en: three guarantees
      parts: [education, care, 住房安全]
    - id: education
      zh: 义务教育
      en: compulsory education
    - id: care
      zh: 基本医疗
      aliases_en: [medical care]
    """

  private func findings(_ text: String) throws -> [String] {
    let thesaurus = try Thesaurus(yaml: Array(Self.yaml.utf8), file: "sample.yaml")
    let draft = try SamplePaper.document("draft", text)
    let tagged = TaggedDocument(draft, by: ConceptMatcher(thesaurus))
    return DraftLint(thesaurus).findings(in: tagged).map { finding in
      let missing = finding.missing.map { part in
        switch part {
        case .concept(let id): id
        case .label(let words): words
        }
      }
      return "\(finding.line):\(finding.column) \(finding.kind.rawValue) \(finding.place.words)"
        + (finding.proposal.map { " → \($0)" } ?? "") + (finding.isQuotation ? " (quoted)" : "")
        + (missing.isEmpty ? "" : " − " + missing.joined(separator: ", "))
    }
  }

  @Test(
    "what differs from the preferred rendering is told, with its place and what to write",
    arguments: [
      (
        "Intro.\n\nTwo worries and three guarantees first.\n",
        ["3:1 broken Two worries and three guarantees → Two assurances and three guarantees"]
      ),
      (
        "The two no worries and three guarantees stand.",
        [
          "1:5 not-preferred two no worries and three guarantees → two assurances and three guarantees"
        ]
      ),
      (
        "Two assurances and three guarantees; two no-worries and three guarantees.",
        [
          "1:38 inconsistent two no-worries and three guarantees → two assurances and three guarantees"
        ]
      ),
      ("落实两个不愁三个保障。", ["1:3 not-preferred 两个不愁三个保障 → 两不愁三保障"]),
      ("落实2不愁3保障，也就是“两不愁三保障”。", ["1:3 inconsistent 2不愁3保障 → 两不愁三保障"]),
      (
        "He said: “the two worries and three guarantees must be met”.",
        [
          "1:15 broken two worries and three guarantees → two assurances and three guarantees (quoted)"
        ]
      ),
    ])
  func renderings(text: String, expected: [String]) throws {
    #expect(try findings(text) == expected)
  }

  @Test(
    "the preferred rendering in any letters, script and marks is left alone, as is what has no preferred one",
    arguments: [
      "Two Assurances and Three Guarantees; TWO ASSURANCES AND THREE GUARANTEES.",
      "“两不愁三保障”，兩不愁三保障，两不愁 三保障。", "The three guarantee and “Three-Guarantees”.",
      "Medical care for all.", "",
    ])
  func sound(text: String) throws {
    #expect(try findings(text) == [])
  }

  @Test("a formula of which the draft explains a part only is told")
  func members() throws {
    #expect(
      try findings("前言。\n\n“三保障”指义务教育和基本医疗。")
        == ["3:2 missing-members 三保障 − 住房安全"])
    #expect(try findings("“三保障”指义务教育、基本医疗和住房安全。") == [])
  }

  @Test("sound English that differs from the preferred label is no broken rendering")
  func sound() throws {
    let thesaurus = try Thesaurus.builtIn()
    let text = """
      Housing Safety comes first, and so does drinking water security. We turn crisis into \
      opportunity and tackle poverty. Nobody says rest assured water.
      """
    let document = try SamplePaper.document("draft", text)
    let tagged = TaggedDocument(document, by: ConceptMatcher(thesaurus))
    let findings = DraftLint(thesaurus).findings(in: tagged)
    let broken = findings.filter { $0.kind == .broken }.map(\.place.words)
    #expect(broken == ["rest assured water"])
    #expect(findings.contains { $0.kind == .notPreferred && $0.place.words == "tackle poverty" })
  }
}
