public import GazetteDocument
public import GazetteIndex

extension PolicySearch {
  /// The documents of the index that relations mean: by number, else by title.
  ///
  /// Costs a walk over what the index remembers of its files, once for all relations.
  ///
  /// - Parameters:
  ///   - relations: The relations of one document.
  ///   - document: That document, which no citation of its own means.
  /// - Returns: For each relation the documents, in the byte order of their names; none where the index has none.
  /// - Throws: `IndexError` when the list of files is damaged.
  public func targets(
    of relations: [DocumentRelation], from document: PolicyDocument.ID
  ) throws(IndexError) -> [[PolicyDocument.ID]] {
    guard !relations.isEmpty else { return [] }
    let index = CitationIndex(try state().files)
    return relations.map { relation in
      index.documents(
        number: relation.number?.description ?? "",
        title: relation.title.map(FamilyName.title) ?? "", citedBy: document
      ).map(\.id).sorted()
    }
  }
}
