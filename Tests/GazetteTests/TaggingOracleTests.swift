import Gazette
import GazetteConcepts
import GazetteFormulas
import GazetteTestSupport
import Testing

/// What is tagged against a slow reference that looks for every spelling of every label at every place.
///
/// Compared are the concept, the label, its status and language, the bytes in the source text, and whether it is a part.
@Suite struct TaggingOracleTests {
  private static func labels(of concepts: [Concept]) -> [String] {
    concepts.flatMap { ($0.labels + $0.negativeLabels).map(\.text) }
  }

  /// What is found and not expected, or expected and not found, or found another number of times.
  private func differences(
    _ found: [ReferenceMention], _ expected: [ReferenceMention]
  ) -> [String] {
    var counts: [ReferenceMention: Int] = [:]
    for mention in found { counts[mention, default: 0] += 1 }
    for mention in expected { counts[mention, default: 0] -= 1 }
    return counts.filter { $0.value != 0 }.map { "\($0.value > 0 ? "found" : "missed") \($0.key)" }
      .sorted()
  }

  /// Compares some texts, each standing by itself; returns how many.
  private func compare(
    _ matcher: ConceptMatcher, _ reference: ReferenceTagger, texts: Int, seed: UInt64
  ) -> Int {
    var text = TaggingText(labels: Self.labels(of: reference.concepts), seed: seed)
    for _ in 0..<texts {
      let words = text.text(1 + Int(seed % 3) * 15)
      let utf8 = Array(words.utf8)
      let found = matcher.mentions(in: utf8).map { ReferenceMention($0) }
      let expected = ReferenceTagger.mentions(reference.candidates(in: utf8))
      #expect(differences(found, expected).isEmpty, "seed \(seed): “\(words)”")
    }
    return texts
  }

  @Test(
    "in random texts a random thesaurus is found as the reference finds it",
    arguments: 0..<40 * TestScale.factor)
  func randomThesaurus(round: Int) {
    let seed = UInt64(round) + 1
    let thesaurus = Thesaurus(concepts: TaggingThesaurus(seed: seed).concepts)
    let count = compare(
      ConceptMatcher(thesaurus), ReferenceTagger(thesaurus), texts: 60, seed: seed)
    #expect(count == 60)
  }

  @Test("in random texts our thesaurus is found as the reference finds it")
  func ownThesaurus() throws {
    let thesaurus = try Thesaurus(yaml: Thesaurus.builtInBytes, file: Thesaurus.builtInFile)
    let (matcher, reference) = (ConceptMatcher(thesaurus), ReferenceTagger(thesaurus))
    for seed in 1...UInt64(30 * TestScale.factor) {
      #expect(compare(matcher, reference, texts: 60, seed: seed + 5000) == 60)
    }
  }

  // MARK: Documents

  /// Compares documents of a few short passages, where labels may want evidence; returns how many passages.
  private func compare(
    documents: Int, _ matcher: ConceptMatcher, _ reference: ReferenceTagger, seed: UInt64
  ) -> Int {
    var text = TaggingText(labels: Self.labels(of: reference.concepts), seed: seed)
    var cases = 0
    for number in 0..<documents {
      let document = OnePassageDocument.document(
        named: "\(number)", passages: (0..<1 + number % 6).map { _ in text.text(1 + number % 5) })
      let expected = reference.mentions(in: document)
      let found = matcher.mentions(in: document)
      for place in document.passages.indices {
        #expect(
          differences(
            found.passages[place].map { ReferenceMention($0) }, expected.passages[place]
          ).isEmpty,
          "seed \(seed), passage \(place): “\(document.text.string(in: 0..<document.text.utf8.count))”"
        )
      }
      cases += document.passages.count
    }
    return cases
  }

  @Test(
    "in random documents a label that wants evidence counts where the reference finds some",
    arguments: 0..<40 * TestScale.factor)
  func evidence(round: Int) {
    let seed = UInt64(round) + 20_000
    let thesaurus = Thesaurus(concepts: TaggingThesaurus(seed: seed).concepts)
    let count = compare(
      documents: 40, ConceptMatcher(thesaurus), ReferenceTagger(thesaurus), seed: seed)
    #expect(count > 100)
  }

  @Test("in random documents our own labels count where the reference finds evidence")
  func ownEvidence() throws {
    let thesaurus = try Thesaurus(yaml: Thesaurus.builtInBytes, file: Thesaurus.builtInFile)
    let (matcher, reference) = (ConceptMatcher(thesaurus), ReferenceTagger(thesaurus))
    for seed in 1...UInt64(20 * TestScale.factor) {
      #expect(compare(documents: 40, matcher, reference, seed: seed + 30_000) > 100)
    }
  }

  /// Compares what is tagged in the passages and the headings of drawn documents; returns how many labels count by evidence.
  private func compare(
    drawn documents: Int, _ matcher: ConceptMatcher, _ reference: ReferenceTagger, seed: UInt64
  ) -> Int {
    var source = TaggingDocument(labels: Self.labels(of: reference.concepts), seed: seed)
    var cases = 0
    for number in 0..<documents {
      let document = source.document(named: "\(number)", lines: 1 + number % 9)
      let expected = reference.mentions(in: document)
      let found = matcher.mentions(in: document)
      let words = document.text.string(in: 0..<document.text.utf8.count)
      for (part, own, wanted) in [
        ("passage", found.passages, expected.passages),
        ("heading", found.headings, expected.headings),
      ] {
        #expect(own.count == wanted.count)
        for place in wanted.indices {
          #expect(
            differences(own[place].map { ReferenceMention($0) }, wanted[place]).isEmpty,
            "seed \(seed), \(part) \(place) of \(number): “\(words)”")
          cases += own[place].count { $0.label.needsContext }
        }
      }
    }
    return cases
  }

  @Test(
    "in random documents evidence counts from headings and titles wherever they stand, and in mended words",
    arguments: 0..<40 * TestScale.factor)
  func places(round: Int) {
    let seed = UInt64(round) + 40_000
    let thesaurus = Thesaurus(concepts: TaggingThesaurus(seed: seed).concepts)
    let count = compare(
      drawn: 60, ConceptMatcher(thesaurus), ReferenceTagger(thesaurus), seed: seed)
    #expect(
      count > 0 || thesaurus.concepts.allSatisfy { $0.labels.allSatisfy { !$0.needsContext } })
  }

  @Test("in random documents our own labels count where headings, titles and mended words say so")
  func ownPlaces() throws {
    let thesaurus = try Thesaurus(yaml: Thesaurus.builtInBytes, file: Thesaurus.builtInFile)
    let (matcher, reference) = (ConceptMatcher(thesaurus), ReferenceTagger(thesaurus))
    for seed in 1...UInt64(12 * TestScale.factor) {
      #expect(compare(drawn: 40, matcher, reference, seed: seed + 50_000) > 10)
    }
  }

  // MARK: Indexes

  /// Compares what an index keeps of each passage and heading, and counts of each concept; returns how many they are.
  private func compare(index: String, _ reference: ReferenceTagger, seed: UInt64) throws -> Int {
    let search = try PolicySearch(at: index)
    var reader = MentionReader(try search.thesaurus())
    var counts: [String: Int] = [:]
    var cases = 0
    for group in search.searcher.groups {
      let record = try search.searcher.record(of: group)
      let document = try record.document()
      let expected = reference.mentions(in: document)
      for place in document.passages.indices {
        let passage = try record.citedPassage(at: place)
        let found = try reader.mentions(in: passage, of: record).map { ReferenceMention($0) }
        #expect(
          differences(found, expected.passages[place]).isEmpty,
          "seed \(seed), \(document.id) \(place): “\(passage.text)”")
        for concept in Set(expected.passages[place].map(\.concept)) {
          counts[concept, default: 0] += 1
        }
      }
      for section in document.sections.indices {
        let found = try reader.mentions(inHeadingOfSection: section, of: record)
        #expect(
          differences(found.map { ReferenceMention($0) }, expected.headings[section]).isEmpty,
          "seed \(seed), \(document.id), heading \(section)")
      }
      cases += document.passages.count + document.sections.count
    }
    for concept in reference.concepts {
      let term = Term(mention: concept.id.utf8, in: PolicyField.body.id)
      let tag = Query.term(Term(field: PolicyField.concept.id, concept.id))
      let expected = counts[concept.id] ?? 0
      #expect(try search.searcher.count(.term(term)) == expected, "seed \(seed): \(concept.id)")
      #expect(try search.searcher.count(tag) == expected, "seed \(seed): \(concept.id)")
    }
    return cases
  }

  @Test(
    "in random documents the index keeps what the reference finds, of passages, headings and titles",
    arguments: 0..<6 * TestScale.factor)
  func index(round: Int) throws {
    let seed = UInt64(round) + 100
    let own = TaggingThesaurus(seed: seed)
    let folder = try ScratchFolder()
    try folder.write(own.yaml, to: "corpus/concepts.yaml")
    let builtIn = try Thesaurus(yaml: Thesaurus.builtInBytes, file: Thesaurus.builtInFile)
    let thesaurus = builtIn.merging(
      try Thesaurus(yaml: Array(own.yaml.utf8), file: "concepts.yaml"))
    // Labels of our own thesaurus on every other round.
    let known = round % 2 == 0 ? [] : Self.labels(of: builtIn.concepts)
    var text = TaggingText(labels: Self.labels(of: own.concepts) + known, seed: seed)
    for number in 0..<10 {
      let isMarked = number % 2 == 0
      var parts = [(isMarked ? "# " : "") + text.text(4)]
      for part in 0..<12 {
        if part % 3 == 0 { parts.append((isMarked ? "## " : "\(part / 3 + 1). ") + text.text(3)) }
        parts.append(text.text(25))
      }
      try folder.write(
        parts.joined(separator: "\n\n"), to: "corpus/t\(number)" + (isMarked ? ".md" : ".txt"))
    }
    _ = try CorpusIndexing(of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
      .run()
    let cases = try compare(index: folder.path + "/index", ReferenceTagger(thesaurus), seed: seed)
    #expect(cases > 80)
  }

  @Test("in our own documents the index keeps what the reference finds")
  func ownDocuments() throws {
    let folder = try ScratchFolder()
    let corpus = ProjectFolder.corpus
    _ = try CorpusIndexing(of: Corpus(at: [corpus]), at: folder.path + "/index").run()
    let thesaurus = try Thesaurus(yaml: Thesaurus.builtInBytes, file: Thesaurus.builtInFile)
    #expect(try compare(index: folder.path + "/index", ReferenceTagger(thesaurus), seed: 0) > 500)
  }
}
