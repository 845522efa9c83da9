public import GazetteDocument

/// The source that a draft names for a quotation, looked up in the index.
public struct ClaimedSource: Sendable, Hashable {
  /// The words of the draft that name it.
  public let text: String
  /// The documents that they mean; empty for a source that is not in the index.
  public let documents: [PolicyDocument.ID]
  /// The place in the document that they name, as written; `nil` for none.
  public let place: String?
  /// Whether the quotation stands elsewhere in the document than there; the words are the evidence, the place is advice.
  public internal(set) var isElsewhere = false
}
