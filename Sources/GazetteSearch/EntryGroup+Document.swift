public import GazetteConcepts
public import GazetteDocument
public import GazetteIndex
import GazetteQuery

extension EntryGroup {
  /// The entries of a document: one a passage, with the metadata of the document on each.
  ///
  /// Texts are slices of the document's own, so that no passage is copied. Costs one record of the document's size.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - matcher: Finds the concepts that the passages and headings mention; without it there are none.
  public init(_ document: PolicyDocument, taggedBy matcher: ConceptMatcher? = nil) {
    let tags = matcher?.tags(in: document) ?? DocumentMentions()
    var fields = DocumentFields(document, names: matcher?.names ?? [], headings: tags.headings)
    self.init(
      key: document.id.name, stored: DocumentRecordWriter.record(of: document, tags: tags),
      entries: document.passages.enumerated().map { place, passage in
        fields.entry(for: passage, tags: tags.inPassage(place))
      })
  }
}
