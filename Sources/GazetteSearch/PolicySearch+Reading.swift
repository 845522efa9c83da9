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

  /// Hands over every document with the mentions of its passages, as they were found when it was indexed.
  ///
  /// - Parameters:
  ///   - thesaurus: The thesaurus of this index.
  ///   - body: What is done with a document and, for each of its passages, the mentions.
  /// - Throws: `IndexError` when the index is damaged, and what the closure throws.
  package func forEachDocument(
    taggedBy thesaurus: Thesaurus, _ body: (PolicyDocument, [[ConceptMention]]) throws -> Void
  ) throws {
    try forEachRecord { record in
      let document = try record.document()
      var mentions = [[ConceptMention]](repeating: [], count: document.passages.count)
      var passage = 0
      for tag in try record.tags() {
        while passage < document.passages.count,
          document.passages[passage].span.end.byte < tag.range.upperBound
        {
          passage += 1
        }
        guard passage < document.passages.count,
          document.passages[passage].span.start.byte <= tag.range.lowerBound,
          thesaurus.concepts.indices.contains(tag.concept),
          thesaurus.concepts[tag.concept].labels.indices.contains(tag.label)
        else { throw record.damaged("a mention") }
        let concept = thesaurus.concepts[tag.concept]
        mentions[passage].append(
          ConceptMention(
            concept: concept.id, label: concept.labels[tag.label], range: tag.range,
            isPart: tag.isPart))
      }
      try body(document, mentions)
    }
  }

  private func forEachRecord(_ body: (DocumentRecord) throws -> Void) throws {
    let named = try searcher.groups.map { group in
      (name: PolicyDocument.ID(try searcher.key(of: group)), group: group)
    }
    for (_, group) in named.sorted(by: { $0.name < $1.name }) { try body(try record(of: group)) }
  }
}
