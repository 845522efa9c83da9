import GazetteConcepts
import GazetteDocument
import GazetteIndex

/// The concepts that a search is about, to mark them in what it found.
struct WantedConcepts {
  /// The concepts of the tags.
  var tagged: Set<Int> = []
  /// The labels that the query's words hold, by the numbers of their concepts.
  var typed: [Int: Set<Int>] = [:]
  /// The words of these labels as they were typed, folded, by the ids of their concepts.
  var words: [String: [[UInt8]]] = [:]

  /// Whether there are none.
  var isEmpty: Bool { tagged.isEmpty && typed.isEmpty }

  /// How a passage mentions the concepts, in the order of the text, and behind that how the heading over it does.
  ///
  /// What was typed and stands there so has been matched as words already, and is left out.
  func matches(
    in passage: CitedPassage, of record: DocumentRecord, _ reader: inout MentionReader,
    languages: [Int: Set<String>]
  ) throws(IndexError) -> [Match] {
    let tags = try record.tags(in: passage.passage.span.bytes).filter(isWanted)
    let mentions = try reader.mentions(tags, in: passage, of: record)
    return zip(tags, mentions).map { match($0, $1, languages) }
      + (try headingMatches(over: passage, of: record, &reader, languages))
  }

  /// Those of some words that are part of no label of which a rendering matches.
  func unanswered(_ missing: [String], by matches: [Match]) -> [String] {
    let answered = Set(matches.compactMap(\.concept)).flatMap { words[$0] ?? [] }
    guard !answered.isEmpty else { return missing }
    return missing.filter { word in
      let folded = ConceptMatcher.folded(word)
      return !answered.contains { Self.holds($0, folded) }
    }
  }

  /// Whether a folded label holds a folded word whole.
  private static func holds(_ label: [UInt8], _ word: [UInt8]) -> Bool {
    guard !word.isEmpty, word.count <= label.count else { return false }
    return (0...label.count - word.count).contains { start in
      let end = start + word.count
      guard label[start..<end].elementsEqual(word) else { return false }
      let isCut =
        start > 0 && LabelAutomaton.isWord(label[start - 1]) && LabelAutomaton.isWord(word[0])
        || end < label.count && LabelAutomaton.isWord(label[end])
          && LabelAutomaton.isWord(label[end - 1])
      return !isCut
    }
  }

  private func isWanted(_ tag: ConceptTag) -> Bool {
    tagged.contains(tag.concept) || typed[tag.concept].map { !$0.contains(tag.label) } ?? false
  }

  private func match(
    _ tag: ConceptTag, _ mention: CitedMention, _ languages: [Int: Set<String>]
  ) -> Match {
    var kind = Match.Kind.concept
    if !tagged.contains(tag.concept), let own = languages[tag.concept] {
      kind = own.contains(Self.family(of: mention.label)) ? .rendering : .translation
    }
    // Where a heading stands is no place in the passage.
    let field = mention.heading.map { $0.section.isEmpty ? "title" : "heading" } ?? "body"
    return Match(
      term: mention.text, kind: kind, field: field,
      span: mention.heading == nil ? mention.span : nil, concept: mention.concept,
      status: mention.label.status)
  }

  /// How the nearest heading over a passage that mentions any of the concepts does so; each concept once.
  private func headingMatches(
    over passage: CitedPassage, of record: DocumentRecord, _ reader: inout MentionReader,
    _ languages: [Int: Set<String>]
  ) throws(IndexError) -> [Match] {
    var section: Int? = passage.passage.section
    while let current = section {
      let row = try record.section(at: current)
      if let span = try record.ownHeadingSpan(ofSection: current) {
        var seen: Set<Int> = []
        let tags = try record.tags(in: span.bytes).filter {
          isWanted($0) && seen.insert($0.concept).inserted
        }
        if !tags.isEmpty {
          let mentions = try reader.mentions(tags, inHeadingOfSection: current, of: record)
          return zip(tags, mentions).map { match($0, $1, languages) }
        }
      }
      section = row.parent
    }
    return []
  }

  /// The languages of the labels that were typed, by the numbers of their concepts.
  func languages(
    in thesaurus: StoredThesaurus
  ) throws(IndexError) -> [Int: Set<String>] {
    var languages: [Int: Set<String>] = [:]
    for (number, labels) in typed {
      let concept = try thesaurus.concept(at: number)
      for label in labels where concept.labels.indices.contains(label) {
        languages[number, default: []].insert(Self.family(of: concept.labels[label]))
      }
    }
    return languages
  }

  /// A language without its script: both scripts of Chinese are one.
  private static func family(of label: ConceptLabel) -> String {
    String(label.language.tag.prefix { $0 != "-" })
  }
}
