import GazetteConcepts
import GazetteDocument
import GazetteTestSupport

/// A small thesaurus of labels drawn from so few words that they overlap, contain and equal each other.
struct TaggingThesaurus {
  static let words = [
    "three", "two", "3", "2", "12", "ten", "guarantee", "guarantees", "worry", "worries", "no",
    "bridge", "works", "work", "boxes", "policy", "people's", "organisation", "self-reliance",
    "G20",
    "of", "the", "village", "one", "1", "class",
  ]
  static let signs = [
    "三", "两", "二", "3", "一", "十", "第", "保", "障", "不", "愁", "村", "桥", "扶贫", "保障", "、", "，", "万",
    "々", "G20", "10",
  ]

  let concepts: [Concept]

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    concepts = (0..<3 + generator.below(14)).map { Self.concept($0, &generator) }
  }

  private static func concept(_ number: Int, _ generator: inout SeededGenerator) -> Concept {
    var concept = Concept(id: "c\(number)")
    let statuses = ConceptLabel.Status.allCases
    for _ in 0..<1 + generator.below(5) {
      concept.labels.append(
        label(statuses[generator.below(statuses.count)], generator.once(in: 3), &generator))
    }
    if generator.once(in: 3) {
      concept.negativeLabels = [label(.hidden, false, &generator)]
      if generator.once(in: 2), let own = concept.labels.first {
        let more = words[generator.below(words.count)]
        concept.negativeLabels.append(
          ConceptLabel("\(own.text) \(more)", language: own.language, status: .hidden))
      }
    }
    if generator.once(in: 2) { concept.broader = "c\(generator.below(number + 2))" }
    return concept
  }

  private static func label(
    _ status: ConceptLabel.Status, _ needsContext: Bool, _ generator: inout SeededGenerator
  ) -> ConceptLabel {
    let isChinese = generator.once(in: 2)
    // Now and then a label of hardly anything but numbers.
    let isCounted = generator.once(in: 6)
    let pieces =
      isCounted
      ? (isChinese ? ["三", "保", "两", "村", "5", "四"] : ["three", "two", "4", "ten", "no"])
      : isChinese ? signs : words
    let text = (0..<1 + generator.below(isCounted ? 8 : 4)).map { _ in
      pieces[generator.below(pieces.count)]
    }
    .joined(separator: isChinese ? "" : " ")
    return ConceptLabel(
      text, language: isChinese ? .simplifiedChinese : .english, status: status,
      needsContext: needsContext)
  }

  /// The same as a file.
  var yaml: String {
    var lines = ["concepts:"]
    for concept in concepts {
      lines.append("- id: \(concept.id)")
      if let broader = concept.broader { lines.append("  broader: \(broader)") }
      lines.append("  labels:")
      for label in concept.labels {
        lines.append(
          "  - {text: \"\(label.text)\", language: \(label.language.tag), "
            + "status: \(label.status.rawValue)\(label.needsContext ? ", context: required" : "")}")
      }
      if concept.negativeLabels.isEmpty { continue }
      lines.append("  not:")
      lines += concept.negativeLabels.map { "  - \"\($0.text)\"" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
