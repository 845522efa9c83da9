import GazetteConcepts
import GazetteDocument
package import GazetteIndex

/// Reads what the passages of documents mention, with the names that the index's thesaurus has for it.
package struct MentionReader {
  private let thesaurus: StoredThesaurus?
  private var concepts: [Int: Concept] = [:]

  /// Creates a reader; an index without a thesaurus mentions nothing.
  package init(_ thesaurus: StoredThesaurus?) { self.thesaurus = thesaurus }

  /// The mentions in a passage in the order of the text; of those with one start the longest first.
  ///
  /// - Parameters:
  ///   - passage: The passage.
  ///   - record: The record of its document.
  /// - Returns: The mentions.
  /// - Throws: `IndexError.corrupt` when either is damaged.
  package mutating func mentions(
    in passage: CitedPassage, of record: DocumentRecord
  ) throws(IndexError) -> [CitedMention] {
    let bytes = passage.passage.span.bytes
    return try mentions(try record.tags(in: bytes), in: passage, of: record)
  }

  /// Some mentions of a passage with their names and words.
  mutating func mentions(
    _ tags: [ConceptTag], in passage: CitedPassage, of record: DocumentRecord
  ) throws(IndexError) -> [CitedMention] {
    try mentions(
      tags, in: passage.passage.span, Array(passage.text.utf8), of: record, passage: passage.id)
  }

  /// The mentions in the heading of a section in the order of the text.
  ///
  /// - Parameters:
  ///   - section: The section's number in the document.
  ///   - record: The record of the document.
  /// - Returns: The mentions; none for the root.
  /// - Throws: `IndexError.corrupt` when either is damaged.
  package mutating func mentions(
    inHeadingOfSection section: Int, of record: DocumentRecord
  ) throws(IndexError) -> [CitedMention] {
    guard let span = try record.ownHeadingSpan(ofSection: section) else { return [] }
    return try mentions(
      try record.tags(in: span.bytes), inHeadingOfSection: section, of: record)
  }

  /// Some mentions of a heading with their names and words.
  mutating func mentions(
    _ tags: [ConceptTag], inHeadingOfSection section: Int, of record: DocumentRecord
  ) throws(IndexError) -> [CitedMention] {
    guard !tags.isEmpty, let span = try record.ownHeadingSpan(ofSection: section) else { return [] }
    let path = SectionPath(section: try record.chain(ofSection: section).map(\.ordinal))
    return try mentions(tags, in: span, try record.text(span.bytes), of: record, heading: path)
  }

  private mutating func mentions(
    _ tags: [ConceptTag], in span: TextSpan, _ utf8: [UInt8], of record: DocumentRecord,
    passage: MachineID? = nil, heading: SectionPath? = nil
  ) throws(IndexError) -> [CitedMention] {
    guard !tags.isEmpty, let thesaurus else { return [] }
    var scalars = ScalarCounter(utf8)
    var mentions: [CitedMention] = []
    for tag in tags {
      guard tag.range.upperBound <= span.end.byte else { throw record.damaged("a mention") }
      let concept: Concept
      if let known = concepts[tag.concept] {
        concept = known
      } else {
        concept = try thesaurus.concept(at: tag.concept)
        concepts[tag.concept] = concept
      }
      guard concept.labels.indices.contains(tag.label) else { throw record.damaged("a mention") }
      let local = tag.range.lowerBound - span.start.byte..<tag.range.upperBound - span.start.byte
      mentions.append(
        CitedMention(
          concept: concept.id, label: concept.labels[tag.label],
          text: String(decoding: utf8[local], as: UTF8.self),
          span: scalars.span(of: local, from: span.start), passage: passage, heading: heading,
          isPart: tag.isPart))
    }
    return mentions
  }
}
