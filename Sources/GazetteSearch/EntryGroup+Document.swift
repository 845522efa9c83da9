public import GazetteDocument
public import GazetteIndex
import GazetteQuery

extension EntryGroup {
  /// The entries of a document: one a passage, with the metadata of the document on each.
  ///
  /// Texts are slices of the document's own, so that no passage is copied. Costs one record of the document's size.
  ///
  /// - Parameter document: The document.
  public init(_ document: PolicyDocument) {
    var fields = DocumentFields(document)
    self.init(
      key: document.id.name, stored: DocumentRecordWriter.record(of: document),
      entries: document.passages.map { fields.entry(for: $0) })
  }
}
