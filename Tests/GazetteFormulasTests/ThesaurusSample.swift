import Gazette
import GazetteConcepts
import GazetteDocument
import GazetteFormulas
import GazetteTestSupport

/// Thesauri to write and to read again.
enum ThesaurusSample {
  static let yaml = """
    concepts:
    - id: campaign
      zh: 脱贫攻坚战
      zh_hant: 脫貧攻堅戰
      en: battle against poverty
      kind: programme
    - id: pair
      zh: 两不愁三保障
      en: two assurances and three guarantees
      aliases_zh: [“两不愁三保障”]
      aliases_en: [two worries and three guarantees, "free from worries, guaranteed \\"care\\""]
      hidden_en: [two worries and three guarantees]
      broader: campaign
      parts: [assurances, guarantees, 饮水安全]
      neighbours: [安全饮水, guarantees]
      definition: {en: "Two and three.\\nIn all five.", zh: 不愁吃、不愁穿}
      first_source: {document: 《纲要》, date: '2011-12-01', confidence: sure}
      note: 'Often damaged; see \\ below.'
    - id: assurances
      zh: 两不愁
      en: two assurances
      broader: pair
      labels:
      - {text: zwei Sicherheiten, language: de, status: hidden, source: a dictionary}
      - {text: two cares, status: broken, context: required}
    - id: guarantees
      zh: 三保障
      en: three guarantees
      context_required: [three guarantees]
      not: [three guarantees for products, 三包]
      differsFrom: [campaign, assurances]
      broader: pair
    """

  static func thesaurus() throws -> Thesaurus {
    try Thesaurus(yaml: Array(yaml.utf8), file: "sample.yaml")
  }

  /// A thesaurus in which anything may stand.
  static func random(_ generator: inout SeededGenerator) -> Thesaurus {
    let languages: [Language] = [.simplifiedChinese, .traditionalChinese, .english]
    let pieces = [
      "三保障", "x", "\"", "\\", "'", "\n", "\t", " ", "&", "<b>", "]]>", ": ", "#", "- ", "@en", "é",
      "𠮷", "“”", "%", ",", "null", "\u{7F}", "|", "{", "*", "0", "~",
    ]
    func words() -> String {
      // White space at the ends and a lone “~” or “null” are nothing in YAML.
      "w"
        + (0..<Int.random(in: 0...4, using: &generator)).map { _ in
          pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        }.joined() + "w"
    }
    let count = Int.random(in: 1...6, using: &generator)
    let concepts = (0..<count).map { number in
      var concept = Concept(id: "c-\(number)")
      var seen: Set<String> = []
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let text = words()
        guard seen.insert(text).inserted else { continue }
        let status = ConceptLabel.Status.allCases[Int.random(in: 0..<4, using: &generator)]
        concept.labels.append(
          ConceptLabel(
            text, language: languages[Int.random(in: 0..<3, using: &generator)], status: status,
            needsContext: Bool.random(using: &generator),
            source: Bool.random(using: &generator) ? words() : nil))
      }
      concept.kind = Concept.Kind.allCases[Int.random(in: 0..<7, using: &generator)]
      func other() -> String { "c-\(Int.random(in: 0..<count, using: &generator))" }
      if Bool.random(using: &generator) { concept.broader = other() }
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        let isConcept = Bool.random(using: &generator)
        concept.parts.append(isConcept ? .concept(other()) : .label(words() + "，"))
      }
      if Bool.random(using: &generator) { concept.neighbours = [.label(words() + "，")] }
      if Bool.random(using: &generator) { concept.differsFrom = [other()] }
      if Bool.random(using: &generator) { concept.definitions[.english] = words() }
      if Bool.random(using: &generator) { concept.note = words() }
      if Bool.random(using: &generator) {
        concept.firstSource = Concept.Source(document: words(), date: nil, confidence: "likely")
      }
      return concept
    }
    return Thesaurus(concepts: concepts)
  }

  /// A thesaurus without what depends on the file that it is in, its labels by status.
  static func comparable(_ thesaurus: Thesaurus) -> [Concept] {
    thesaurus.concepts.map { concept in
      var plain = Concept(id: concept.id)
      func bare(_ label: ConceptLabel, _ language: Language) -> ConceptLabel {
        ConceptLabel(
          label.text, language: language, status: label.status, needsContext: label.needsContext,
          source: label.source)
      }
      plain.labels = concept.labels.map { bare($0, $0.language) }
        .sorted { ($0.status.rawValue, $0.text) < ($1.status.rawValue, $1.text) }
      plain.negativeLabels = concept.negativeLabels.map { bare($0, $0.language) }
      (plain.kind, plain.broader, plain.parts) = (concept.kind, concept.broader, concept.parts)
      (plain.differsFrom, plain.neighbours) = (concept.differsFrom, concept.neighbours)
      (plain.definitions, plain.note) = (concept.definitions, concept.note)
      plain.firstSource = concept.firstSource
      return plain
    }
  }
}
