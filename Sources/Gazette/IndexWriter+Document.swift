public import GazetteDocument
public import GazetteIndex
import GazetteParsing
import GazetteQuery
import GazetteSearch

extension IndexWriter {
  /// Opens an index of policy documents for writing; makes an empty one where there is none.
  ///
  /// - Parameter path: The index folder.
  /// - Throws: `IndexError` when another writer is at work, or the index is damaged or of another build.
  public convenience init(at path: String) throws(IndexError) {
    try self.init(at: path, schema: .policy)
  }

  /// Adds a document, in place of an earlier one with the same id.
  ///
  /// - Parameter document: The document.
  /// - Throws: `IndexError` when it could not be written.
  public func add(_ document: PolicyDocument) throws(IndexError) {
    try add(EntryGroup(document))
  }
}
