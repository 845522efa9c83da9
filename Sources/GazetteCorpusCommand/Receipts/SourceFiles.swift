import Gazette

/// Files given as sources of a receipt, read as an index would read them; no index is needed.
struct SourceFiles {
  private let documents: [PolicyDocument]
  /// Whether all passages are of one document and one document was given, so that its name says nothing.
  private let isOnly: Bool

  /// Reads files and folders.
  ///
  /// - Parameters:
  ///   - paths: Files of any form that can be indexed, archives and folders of them.
  ///   - receipt: The receipt that they are for.
  /// - Throws: `CorpusError` or `ParseError` for the first that cannot be read.
  init(_ paths: [String], for receipt: Receipt) throws {
    var documents: [PolicyDocument] = []
    for path in paths { documents += try Corpus(at: path).documents }
    self.documents = documents
    isOnly = documents.count == 1 && Set(receipt.passages.map(\.document)).count == 1
  }

  /// The source of a passage: the one with its very text, else one of its name or file, else the only one.
  ///
  /// - Parameter passage: The passage.
  /// - Returns: The document; `nil` when none can be told.
  func document(for passage: ReceiptPassage) -> PolicyDocument? {
    if let same = documents.first(where: { $0.textSHA256 == passage.selector.textSHA256 }) {
      return same
    }
    if isOnly { return documents.first }
    let named = documents.filter {
      Self.isTail($0.id.name, of: passage.document)
        || Self.lastPart($0.file) == Self.lastPart(passage.file)
    }
    return named.count == 1 ? named.first : nil
  }

  private static func isTail(_ name: String, of whole: String) -> Bool {
    name == whole || whole.hasSuffix("/" + name) || name.hasSuffix("/" + whole)
  }

  private static func lastPart(_ path: String) -> Substring {
    path.split(separator: "/").last ?? ""
  }
}
