extension LookupError {
  /// The sentence of the table of messages for a name that is no concept's or no revision's, with the name and
  /// what it may be.
  ///
  /// - Parameter say: The sentence of a key; not asked for.
  /// - Returns: The key and what is filled in; `nil` for other errors.
  public func message(_ say: (String) -> String?) -> (key: String, values: [String])? {
    if case .noRevision(let name, let known) = self {
      return ("error.no-revision.known", [name, Self.excerpt(of: known)])
    }
    guard case .noConcept(let name, let nearest) = self else { return nil }
    return nearest.isEmpty
      ? ("error.no-concept.list", [name])
      : ("error.no-concept.nearest", [name, nearest.joined(separator: "、")])
  }
}
