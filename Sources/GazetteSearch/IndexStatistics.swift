public import GazetteDocument
public import GazetteIndex

/// What is in an index: its documents and its size.
public struct IndexStatistics: Sendable {
  /// The revision of the corpus.
  public let revision: String
  /// The documents, in the byte order of their names.
  public let documents: [DocumentSummary]
  /// How many passages the documents have.
  public let passageCount: Int
  /// How many sentences the documents have.
  public let sentenceCount: Int
  /// How many terms the dictionaries of all segments hold; a term of several segments counts in each.
  public let termCount: Int
  /// How many bytes the files of the index have.
  public let byteCount: Int
  /// The segments, oldest first.
  public let segments: [SegmentSummary]
  /// How many files could not be read when the index was last refreshed.
  public let failedCount: Int

  /// Collects the statistics; costs a look at every document's record.
  ///
  /// - Throws: `IndexError` when the index is damaged.
  public init(of search: PolicySearch) throws(IndexError) {
    revision = search.revision
    documents = try search.documents()
    passageCount = documents.reduce(0) { $0 + $1.passageCount }
    sentenceCount = documents.reduce(0) { $0 + $1.sentenceCount }
    segments = search.searcher.segmentSummaries
    termCount = segments.reduce(0) { $0 + $1.termCount }
    byteCount = segments.reduce(0) { $0 + $1.byteCount }
    failedCount = try search.state().files.count {
      if case .failed = $0.outcome { true } else { false }
    }
  }
}
