import GazetteConcepts
import GazetteDocument

/// What our own vocabulary adds to the labels of SKOS.
struct LabelMarks {
  var broken: Set<RDFTerm> = []
  var preferred: Set<RDFTerm> = []
  var inContext: Set<RDFTerm> = []
  var sources: [RDFTerm: String] = [:]

  /// Gives the labels of a concept what was said of them.
  func apply(to concept: inout Concept) {
    guard !(broken.isEmpty && preferred.isEmpty && inContext.isEmpty && sources.isEmpty) else {
      return
    }
    concept.labels = concept.labels.map { label in
      let term = RDFTerm.literal(label.text, language: label.language.tag)
      var status = label.status
      if status == .hidden, broken.contains(term) { status = .broken }
      if status == .alias, preferred.contains(term) { status = .preferred }
      return ConceptLabel(
        label.text, language: label.language, status: status,
        needsContext: inContext.contains(term), source: sources[term], line: label.line)
    }
  }

  /// The language of a literal: its tag in canonical letter case, Chinese by its script; without a tag by its letters.
  static func language(_ tag: String?, of words: String) -> Language {
    guard let tag else {
      return words.utf8.contains { $0 >= 0xE3 } ? .simplifiedChinese : .english
    }
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
    if parts.first == "zh" {
      let isTraditional = !Set(parts).isDisjoint(with: ["hant", "tw", "hk", "mo"])
      return isTraditional ? .traditionalChinese : .simplifiedChinese
    }
    let canonical = parts.enumerated().map { index, part in
      switch part.utf8.count {
      case 4 where index > 0: part.prefix(1).uppercased() + part.dropFirst()
      case 2 where index > 0: part.uppercased()
      default: part
      }
    }
    return Language(tag: canonical.joined(separator: "-"))
  }
}
