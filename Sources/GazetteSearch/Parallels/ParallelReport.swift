public import GazetteDocument

/// The parallel passages of a corpus, by pairs of documents.
public struct ParallelReport: Sendable {
  /// Two documents and what they have in common.
  public struct Group: Sendable {
    /// The one document.
    public let left: DocumentSummary
    /// The other one.
    public let right: DocumentSummary
    /// How many pairs of passages they have.
    public let count: Int
    /// Those to be shown, in the order of the left document.
    public let findings: [ParallelFinding]
  }

  /// The pairs of documents, those first whose parallels weigh the most.
  public let groups: [Group]
  /// How many pairs of passages there are in all.
  public let totalCount: Int
  /// How many pairs of documents have any.
  public let groupCount: Int
  /// How many documents were compared.
  public let documentCount: Int
}
