import Gazette

/// The documents of an index as sources of receipts.
struct IndexedSources {
  private let search: PolicySearch
  private var byText: [Digest: String] = [:]
  private var names: Set<String> = []
  /// The document that was asked for last: passages of one document stand together.
  private var last: PolicyDocument?

  /// Takes down the names and digests of all documents.
  ///
  /// - Parameter search: The index.
  /// - Throws: `IndexError` when it is damaged.
  init(_ search: PolicySearch) throws(IndexError) {
    self.search = search
    for document in try search.documents() {
      // Of identical copies any one will do.
      byText[document.textSHA256] = byText[document.textSHA256] ?? document.id.name
      names.insert(document.id.name)
    }
  }

  /// The document of a passage: the one with its very text, else the one of its name.
  ///
  /// - Parameter passage: The passage.
  /// - Returns: The document; `nil` when the index has none.
  /// - Throws: `IndexError` when the index is damaged.
  mutating func document(for passage: ReceiptPassage) throws -> PolicyDocument? {
    let own = names.contains(passage.document) ? passage.document : nil
    guard let name = byText[passage.selector.textSHA256] ?? own else { return nil }
    if let last, last.id.name == name { return last }
    let document = try search.document(named: name)
    last = document
    return document
  }
}
