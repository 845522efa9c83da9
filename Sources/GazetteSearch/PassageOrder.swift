public import GazetteIndex

/// An order of passages.
public enum PassageOrder: Sendable, Hashable {
  /// The best first; those that hold the words themselves before those that hold other renderings.
  case relevance
  /// By a column; those without a value last.
  case column(SortOrder)
  /// By the documents' names, byte by byte, and within a document as they stand there.
  case document
}
