public import GazetteDocument
import GazetteIndex

extension PolicySearch {
  /// Hands over every document of the index whole, in the byte order of their names, one after the other.
  ///
  /// - Parameter body: What is done with a document.
  /// - Throws: `IndexError` when the index is damaged, and what the closure throws.
  public func forEachDocument(_ body: (PolicyDocument) throws -> Void) throws {
    let named = try searcher.groups.map { group in
      (name: PolicyDocument.ID(try searcher.key(of: group)), group: group)
    }
    for (_, group) in named.sorted(by: { $0.name < $1.name }) {
      try body(try record(of: group).document())
    }
  }
}
