import Gazette
import GazetteTestSupport
import Testing

/// Tags found at index time against a slow reference that looks for every label at every place.
@Suite struct TaggingOracleTests {
  /// A label of the reference: words parted by blanks, or Han characters.
  private struct Label {
    let concept: String
    let atoms: [String]
  }

  private static let pieces = [
    "three", "guarantee", "guarantees", "two", "worries", "bridge", "works", "work", "village", "三",
    "保", "障", "两", "不", "愁", "村", "桥",
  ]

  private static func isHan(_ piece: String) -> Bool {
    piece.unicodeScalars.first.map { !$0.isASCII } ?? false
  }

  /// A text as atoms: lower-case words without plural and Han characters; `|` where no label goes across.
  private static func atoms(_ text: String) -> [String] {
    var atoms: [String] = []
    var word = ""
    func close() {
      if !word.isEmpty {
        let isPlural = word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ies")
        atoms.append(
          word.hasSuffix("ies") ? word.dropLast(3) + "y" : isPlural ? String(word.dropLast()) : word
        )
      }
      word = ""
    }
    for scalar in text.unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic {
        word += String(scalar).lowercased()
      } else {
        close()
        if !scalar.isASCII, scalar.properties.isAlphabetic { atoms.append(String(scalar)) }
        if scalar == "." || scalar == "。" { atoms.append("|") }
      }
    }
    close()
    return atoms
  }

  @Test(
    "on random texts the index counts exactly what the reference finds",
    arguments: 0..<6 * TestScale.factor)
  func oracle(round: Int) throws {
    let seed = UInt64(round) + 100
    var generator = SeededGenerator(seed: seed)
    func text(_ most: Int, isLabel: Bool) -> String {
      let isHan = isLabel && generator.once(in: 2)
      return (0..<(1 + generator.below(most))).map { _ in
        var piece = Self.pieces[generator.below(Self.pieces.count)]
        while isLabel, Self.isHan(piece) != isHan {
          piece = Self.pieces[generator.below(Self.pieces.count)]
        }
        let mark = !isLabel && generator.once(in: 9) ? (Self.isHan(piece) ? "。" : ". ") : ""
        return piece + mark + (Self.isHan(piece) ? "" : " ")
      }.joined()
    }
    var yaml = "concepts:\n"
    var labels: [Label] = []
    for number in 0..<12 {
      let words = text(3, isLabel: true)
      let atoms = Self.atoms(words)
      // A single letter or character is in every text, and no label.
      guard !labels.contains(where: { $0.atoms == atoms }) else { continue }
      labels.append(Label(concept: "c\(number)", atoms: atoms))
      yaml += "- id: c\(number)\n  en: \"\(words)\"\n"
    }
    let folder = try ScratchFolder()
    try folder.write(yaml, to: "corpus/concepts.yaml")
    for number in 0..<8 {
      try folder.write(
        (0..<6).map { _ in text(40, isLabel: false) }.joined(separator: "\n\n"),
        to: "corpus/t\(number).txt")
    }
    _ = try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
      .run()
    let search = try PolicySearch(at: folder.path + "/index")
    var reader = MentionReader(try search.thesaurus())
    var differences = 0
    for group in search.searcher.groups {
      let record = try search.searcher.record(of: group)
      for index in 0..<record.passageCount {
        let passage = try record.citedPassage(at: index)
        let found = try reader.mentions(in: passage, of: record)
          .filter { $0.concept.hasPrefix("c") && Int($0.concept.dropFirst()) != nil }
          .map(\.concept).sorted()
        let atoms = Self.atoms(passage.text)
        let expected = labels.flatMap { label in
          atoms.indices.filter { atoms[$0...].starts(with: label.atoms) }.map { _ in label.concept }
        }.sorted()
        if found != expected { differences += 1 }
        #expect(found == expected, "seed \(seed): \(passage.text)")
      }
    }
    #expect(differences == 0, "seed \(seed)")
    for label in labels {
      let term = Term(mention: label.concept.utf8, in: PolicyField.body.id)
      let tag = Query.term(Term(field: PolicyField.concept.id, label.concept))
      #expect(try search.searcher.count(.term(term)) == search.searcher.count(tag))
    }
  }
}
