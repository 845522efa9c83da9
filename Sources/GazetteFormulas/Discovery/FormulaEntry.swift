import GazetteAnalysis
import GazetteConcepts
import GazetteDocument

/// Makes the entry of a thesaurus of what was found of a formula.
struct FormulaEntry {
  private let candidate: FormulaCandidate
  private let matcher: ConceptMatcher

  init(_ candidate: FormulaCandidate, matcher: ConceptMatcher) {
    (self.candidate, self.matcher) = (candidate, matcher)
  }

  private var isChinese: Bool { candidate.words.utf8.contains { $0 >= 0xE3 } }

  /// The language of the words; of Chinese ones that of the document, for its script.
  private var language: Language {
    guard isChinese else { return .english }
    let own = candidate.place.citation.document.language
    return own.isChinese ? own : .simplifiedChinese
  }

  /// The concepts of which a label lies within the words.
  var known: [String] {
    var seen: Set<String> = []
    return matcher.mentions(in: Array(candidate.words.utf8)).filter { !$0.isPart }.map(\.concept)
      .filter { seen.insert($0).inserted }
  }

  /// The concept, under an id that neither the thesaurus nor another proposal has.
  func concept(avoiding ids: inout Set<String>) -> Concept {
    let name = id
    var free = name
    var number = 2
    while matcher.thesaurus[free] != nil || !ids.insert(free).inserted {
      free = "\(name)-\(number)"
      number += 1
    }
    var concept = Concept(id: free)
    let label = isChinese ? candidate.words : candidate.words.lowercased()
    concept.labels = [ConceptLabel(label, language: language, status: .preferred)]
    concept.kind = candidate.pattern == .quoted ? .principle : .formula
    concept.parts = candidate.members.map(part)
    let document = candidate.place.citation.document
    if let date = document.metadata.date {
      concept.firstSource = Concept.Source(
        document: document.displayTitle, date: date.description, confidence: "unsure")
    }
    return concept
  }

  /// The concept that the thesaurus has for a member, else its words.
  private func part(_ member: String) -> Concept.Part {
    let utf8 = Array(member.utf8)
    if let known = matcher.mentions(in: utf8).first(where: { $0.range == utf8.indices }) {
      return .concept(known.concept)
    }
    // A word in small letters alone would be read as an id.
    let isID = utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D }
    return .label(isID ? member.prefix(1).uppercased() + member.dropFirst() : member)
  }

  /// English words with hyphens; Chinese ones as they are read, a character of which no reading is known by its number.
  private var id: String {
    guard isChinese else { return SKOSReader.kebab(candidate.words) }
    let folded = String(decoding: ConceptMatcher.folded(candidate.words), as: UTF8.self)
    let syllables = folded.unicodeScalars.compactMap { scalar -> String? in
      if scalar.properties.numericType == .decimal { return String(scalar) }
      guard scalar.properties.isIdeographic else { return nil }
      return PinyinTable.standard.readings(of: scalar).first ?? "u"
        + String(scalar.value, radix: 16)
    }
    return SKOSReader.kebab(syllables.joined(separator: "-"))
  }
}
