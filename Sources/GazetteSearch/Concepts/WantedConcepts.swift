import GazetteConcepts
import GazetteDocument
import GazetteIndex

/// The concepts that a search is about, to mark them in what it found.
struct WantedConcepts {
  /// The concepts of the tags.
  var tagged: Set<Int> = []
  /// The labels that the query's words hold, by the numbers of their concepts.
  var typed: [Int: Set<Int>] = [:]

  /// Whether there are none.
  var isEmpty: Bool { tagged.isEmpty && typed.isEmpty }

  /// How a passage mentions the concepts, in the order of the text.
  ///
  /// What was typed and stands there so has been matched as words already, and is left out.
  func matches(
    in passage: CitedPassage, of record: DocumentRecord, _ reader: inout MentionReader,
    languages: [Int: Set<String>]
  ) throws(IndexError) -> [Match] {
    let tags = try record.tags(in: passage.passage.span.bytes).filter { tag in
      tagged.contains(tag.concept) || typed[tag.concept].map { !$0.contains(tag.label) } ?? false
    }
    let mentions = try reader.mentions(tags, in: passage, of: record)
    return zip(tags, mentions).map { tag, mention in
      var kind = Match.Kind.concept
      if !tagged.contains(tag.concept), let own = languages[tag.concept] {
        kind = own.contains(Self.family(of: mention.label)) ? .rendering : .translation
      }
      return Match(
        term: mention.text, kind: kind, field: "body", span: mention.span,
        concept: mention.concept, status: mention.label.status)
    }
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
