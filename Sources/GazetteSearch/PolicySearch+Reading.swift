package import GazetteConcepts
public import GazetteDocument
import GazetteIndex

extension PolicySearch {
  /// Hands over every document of the index whole, in the byte order of their names, one after the other.
  ///
  /// - Parameter body: What is done with a document.
  /// - Throws: `IndexError` when the index is damaged, and what the closure throws.
  public func forEachDocument(_ body: (PolicyDocument) throws -> Void) throws {
    try forEachRecord { try body(try $0.document()) }
  }

  /// Hands over every document with the mentions of its passages and headings, as they were found when it was indexed.
  ///
  /// - Parameters:
  ///   - thesaurus: The thesaurus of this index.
  ///   - body: What is done with a document and its mentions.
  /// - Throws: `IndexError` when the index is damaged, and what the closure throws.
  package func forEachDocument(
    taggedBy thesaurus: Thesaurus,
    _ body: (PolicyDocument, DocumentMentions<ConceptMention>) throws -> Void
  ) throws {
    try forEachRecord { record in
      let document = try record.document()
      try body(document, try Self.mentions(in: document, record, by: thesaurus))
    }
  }

  /// Hands over the documents that are wanted, as the one above does, with their summaries, which know their lineage.
  ///
  /// - Parameters:
  ///   - thesaurus: The thesaurus of this index.
  ///   - isWanted: Whether a document is to be read.
  ///   - body: What is done with a document, its summary and its mentions.
  /// - Throws: `IndexError` when the index is damaged, and what the closure throws.
  package func forEachDocument(
    taggedBy thesaurus: Thesaurus, where isWanted: (PolicyDocument.ID) -> Bool,
    _ body: (PolicyDocument, DocumentSummary, DocumentMentions<ConceptMention>) throws -> Void
  ) throws {
    try forEachRecord(where: isWanted) { record in
      let document = try record.document()
      try body(
        document, try record.summary(), try Self.mentions(in: document, record, by: thesaurus))
    }
  }

  /// The mentions of a record, which stand in the order of the text, by the parts of its document that hold them.
  private static func mentions(
    in document: PolicyDocument, _ record: DocumentRecord, by thesaurus: Thesaurus
  ) throws -> DocumentMentions<ConceptMention> {
    var passages = [[ConceptMention]](repeating: [], count: document.passages.count)
    var headings = [[ConceptMention]](repeating: [], count: document.sections.count)
    // Passages stand in the order of the text; among the headings the title of the root may stand anywhere.
    let titles = document.ownHeadingSpans.enumerated().compactMap { section, span in
      span.map { (section: section, span: $0) }
    }.sorted { $0.span.start.byte < $1.span.start.byte }
    var (passage, title) = (0, 0)
    for tag in try record.tags() {
      guard thesaurus.concepts.indices.contains(tag.concept),
        thesaurus.concepts[tag.concept].labels.indices.contains(tag.label)
      else { throw record.damaged("a mention") }
      let concept = thesaurus.concepts[tag.concept]
      let mention = ConceptMention(
        concept: concept.id, label: concept.labels[tag.label], range: tag.range,
        isPart: tag.isPart)
      func holds(_ span: TextSpan) -> Bool {
        span.start.byte <= tag.range.lowerBound && tag.range.upperBound <= span.end.byte
      }
      while passage < passages.count,
        document.passages[passage].span.end.byte < tag.range.upperBound
      {
        passage += 1
      }
      while title < titles.count, titles[title].span.end.byte < tag.range.upperBound { title += 1 }
      if passage < passages.count, holds(document.passages[passage].span) {
        passages[passage].append(mention)
      } else if title < titles.count, holds(titles[title].span) {
        headings[titles[title].section].append(mention)
      } else {
        throw record.damaged("a mention")
      }
    }
    return DocumentMentions(passages: passages, headings: headings)
  }

  private func forEachRecord(
    where isWanted: (PolicyDocument.ID) -> Bool = { _ in true },
    _ body: (DocumentRecord) throws -> Void
  ) throws {
    let named = try searcher.groups.map { group in
      (name: PolicyDocument.ID(try searcher.key(of: group)), group: group)
    }
    for (name, group) in named.sorted(by: { $0.name < $1.name }) where isWanted(name) {
      try body(try record(of: group))
    }
  }
}
