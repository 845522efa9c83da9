import Gazette
import GazetteConcepts
import GazetteDocument
import GazetteTestSupport
import Testing

@Suite struct ThesaurusLintTests {
  private static let yaml = """
    concepts:
    - id: campaign
      zh: 脱贫攻坚战
      en: battle against poverty
      broader: pair
    - id: pair
      zh: 两不愁三保障
      zh_hant: 兩不愁三保障
      en: two assurances and three guarantees
      aliases_zh: [“两不愁三保障”, 2不愁3保障]
      aliases_en: [Two Assurances and Three Guarantees]
      broader: campaign
      parts: [guarantees, no-such-part, 住房]
      differsFrom: [no-such-difference]
    - id: guarantees
      zh: 三保障
      en: three guarantees
      parts: [housing]
      broader: no-such-broader
    - id: housing
      zh: 住房安全有保障
      zh_hant: 住房安全有保障
      parts: [guarantees]
    - id: warranty
      en: Three Guarantees
      parts: [warranty]
    """

  private func thesaurus() throws -> Thesaurus {
    try Thesaurus(yaml: Array(Self.yaml.utf8), file: "sample.yaml")
  }

  private func words(_ finding: ThesaurusFinding) -> String {
    "\(finding.line) \(finding.kind.rawValue) \(finding.concept) \(finding.subject ?? "-")"
      + (finding.others.isEmpty ? "" : " " + finding.others.joined(separator: ", "))
  }

  @Test("each fault is found once, with its line, and nothing else is")
  func findings() throws {
    let found = ThesaurusLint(try thesaurus()).findings()
    #expect(found.allSatisfy { $0.file == "sample.yaml" })
    #expect(
      found.map(words) == [
        "2 broader-cycle campaign - pair",
        "6 unknown-part pair no-such-part",
        "6 unknown-difference pair no-such-difference",
        "10 duplicate-label pair “两不愁三保障” 两不愁三保障",
        "10 duplicate-label pair 2不愁3保障 两不愁三保障",
        "11 duplicate-label pair Two Assurances and Three Guarantees two assurances and three guarantees",
        "15 unknown-broader guarantees no-such-broader",
        "15 parts-cycle guarantees - housing",
        "17 shared-label guarantees three guarantees warranty",
        "20 missing-language housing en",
        "24 parts-cycle warranty -",
        "24 missing-language warranty zh-Hans",
        "25 shared-label warranty Three Guarantees guarantees",
      ])
  }

  @Test("what the texts say of labels: never there, and only ever inside longer ones")
  func usage() throws {
    let thesaurus = try thesaurus()
    let matcher = ConceptMatcher(thesaurus)
    var usage = LabelUsage()
    for text in ["“两不愁三保障”政策", "2不愁3保障", "The battle against poverty."] {
      usage.add(matcher.mentions(in: Array(text.utf8)))
    }
    #expect(
      ThesaurusLint(thesaurus).findings(usage).map { words($0) + " \($0.count)" } == [
        "3 unused-label campaign 脱贫攻坚战 0",
        "9 unused-label pair two assurances and three guarantees 0",
        "16 label-inside-longer guarantees 三保障 两不愁三保障 2",
        "17 unused-label guarantees three guarantees 0",
        "21 unused-label housing 住房安全有保障 0",
        "25 unused-label warranty Three Guarantees 0",
      ])
  }

  @Test("circles are found in random graphs exactly when there are some", arguments: 1...40)
  func cycles(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...12, using: &generator)
    let concepts = (0..<count).map { number in
      var concept = Concept(id: "c\(number)", line: number)
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        concept.parts.append(.concept("c\(Int.random(in: 0..<count, using: &generator))"))
      }
      return concept
    }
    // By the definition: can a concept be reached from itself?
    let next = concepts.map { concept in
      Set(
        concept.parts.compactMap { part -> Int? in
          guard case .concept(let id) = part else { return nil }
          return Int(id.dropFirst())
        })
    }
    let isKnotted = next.indices.contains { start in
      var reached = next[start]
      for _ in next.indices { reached.formUnion(reached.flatMap { next[$0] }) }
      return reached.contains(start)
    }
    let found = ThesaurusLint(Thesaurus(concepts: concepts), languages: []).findings()
    #expect(found.contains { $0.kind == .partsCycle } == isKnotted, "seed \(seed)")
    for finding in found {
      let path = ([finding.concept] + finding.others).compactMap { Int($0.dropFirst()) }
      for (from, to) in zip(path, path.dropFirst() + [path[0]]) {
        #expect(next[from].contains(to), "seed \(seed)")
      }
    }
  }
}
