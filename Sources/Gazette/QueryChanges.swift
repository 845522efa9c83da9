public import GazetteSearch

/// What is new, changed or gone for one query since an earlier revision of a corpus.
public struct QueryChanges: Sendable {
  /// The query.
  public let query: String
  /// The passages that match now and did not then, that match in other words, and that match no more.
  ///
  /// A passage that is `new` or `gone` for the query alone has both sides: it was or is there without matching.
  public let changes: [CorpusChanges.Change]
  /// How many passages match now.
  public let matchCount: Int
}
