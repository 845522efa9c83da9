extension LookupError {
  /// The sentence of the table of messages for a name that is no concept's, with the name and those that resemble it.
  public var message: (key: String, values: [String])? {
    guard case .noConcept(let name, let nearest) = self else { return nil }
    return nearest.isEmpty
      ? ("error.no-concept.list", [name])
      : ("error.no-concept.nearest", [name, nearest.joined(separator: "、")])
  }
}
