import Gazette

/// The documents of an index as sources of receipts.
struct IndexedSources {
  private let search: PolicySearch
  private var byText: [Digest: String] = [:]
  private var byName: [String: String] = [:]

  /// Takes down the names and digests of all documents.
  ///
  /// - Parameter search: The index.
  /// - Throws: `IndexError` when it is damaged.
  init(_ search: PolicySearch) throws(IndexError) {
    self.search = search
    for document in try search.documents() {
      // Of identical copies any one will do.
      byText[document.textSHA256] = byText[document.textSHA256] ?? document.id.name
      byName[document.id.name] = document.id.name
    }
  }

  /// The document of a passage: the one with its very text, else the one of its name.
  ///
  /// - Parameter passage: The passage.
  /// - Returns: The document; `nil` when the index has none.
  /// - Throws: `IndexError` when the index is damaged.
  func document(for passage: ReceiptPassage) throws -> PolicyDocument? {
    try (byText[passage.selector.textSHA256] ?? byName[passage.document]).map {
      try search.document(named: $0)
    }
  }
}
