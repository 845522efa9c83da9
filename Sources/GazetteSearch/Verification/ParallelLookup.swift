package import GazetteDocument

/// Looks up which passages of two documents say the same, and remembers it.
package final class ParallelLookup {
  private var parallels: DocumentParallels

  /// Looks nothing up yet.
  package init(_ search: PolicySearch) { parallels = DocumentParallels(search) }

  /// The passage of one document that says what a passage of another says; `nil` when none does.
  ///
  /// Costs comparing the two documents whole, once.
  ///
  /// - Parameters:
  ///   - passage: The place of a passage in its document.
  ///   - document: The document.
  ///   - other: The other document.
  /// - Returns: The place of the passage there.
  /// - Throws: `LookupError` when a document is not there, `IndexError` when the index is damaged.
  package func partner(
    of passage: Int, in document: PolicyDocument.ID, within other: PolicyDocument.ID
  ) throws -> Int? {
    try parallels.partner(of: passage, in: document, within: other)
  }
}
