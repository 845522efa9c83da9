import ArgumentParser

/// What hits are.
enum SearchGroup: String, CaseIterable, ExpressibleByArgument {
  /// Each passage by itself.
  case passage
  /// Documents, each with its best passage.
  case document
}
