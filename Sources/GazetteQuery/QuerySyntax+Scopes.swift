extension QuerySyntax {
  /// Whether the node may be a part of what stands together in a place.
  ///
  /// In a sentence or passage words, phrases and tags may, and lists of such; in a section or document also what is asked of a
  /// passage by its fields. A stack instead of recursion.
  func mayStand(in scope: QueryScope) -> Bool {
    var rest = [self]
    while let node = rest.popLast() {
      switch node.kind {
      case .word, .phrase, .prefix, .pattern, .fuzzy, .sloppy, .field(.concept, _): break
      case .all(let parts), .any(let parts): rest += parts
      case .boosted(let inner, _): rest.append(inner)
      case .field, .dates, .near: if scope == .sentence || scope == .passage { return false }
      case .not, .within: return false
      }
    }
    return true
  }
}
