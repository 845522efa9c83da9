public import GazetteDocument

extension JSONValue {
  /// How a document stands to the other versions of its work, and what ended it.
  public init(_ lineage: DocumentLineage?, of document: PolicyDocument.ID) {
    let versions = lineage?.versions ?? [document]
    self = .object([
      "place": .string((lineage?.place ?? .only).rawValue),
      "newest": .string((lineage?.newest ?? document).name),
      "versions": .array(versions.map { .string($0.name) }),
      "ending": lineage?.ending.map { JSONValue($0) } ?? .null,
    ])
  }

  /// What ended a document: always inferred, from what another document of the index says.
  private init(_ ending: DocumentLineage.Ending) {
    self = .object([
      "kind": .string(ending.kind.rawValue), "document": .string(ending.document.name),
      "evidence": JSONValue(ending.evidence), "asOf": JSONValue(ending.asOf?.description),
      "state": .string(FieldState.inferred.rawValue),
    ])
  }

  /// What a document says of another.
  ///
  /// - Parameters:
  ///   - relation: The relation.
  ///   - text: The source text that its evidence counts in.
  ///   - documents: The documents of the index that it means.
  public init(
    _ relation: DocumentRelation, in text: SourceText, documents: [PolicyDocument.ID]
  ) {
    self = .object([
      "kind": .string(relation.kind.rawValue), "title": JSONValue(relation.title),
      "number": JSONValue(relation.number?.description),
      "state": .string(relation.state.rawValue), "evidence": JSONValue(relation.evidence),
      "text": .string(text.string(in: relation.evidence)),
      "documents": .array(documents.map { .string($0.name) }),
    ])
  }
}
