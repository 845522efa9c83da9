/// Where all parts of a query must stand together.
public enum QueryScope: String, Sendable, Hashable, CaseIterable {
  /// One sentence of the passage.
  case sentence
  /// One passage, its headings and the title of its document aside.
  case passage
  /// One section of a document: every part in some passage of it.
  case section
  /// One document: every part in some passage of it.
  case document
}
