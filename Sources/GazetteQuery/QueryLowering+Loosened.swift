import GazetteAnalysis
import GazetteIndex

extension QueryLowering {
  /// The query for what comes nearest when no passage has all phrases: any of the phrases and words that stand beside each other.
  ///
  /// Fields, dates and negations stay required. `nil` when the query is no list with a phrase in it.
  mutating func lowerLoosened(_ syntax: QuerySyntax) -> Query? {
    guard case .all(let nodes) = syntax.kind else { return nil }
    var optional: [Part] = []
    var required: [Part] = []
    var excluded: [Query] = []
    var hasPhrase = false
    for node in nodes {
      switch node.kind {
      case .field, .dates: if let part = part(node) { required.append(part) }
      case .not(let inner): if let query = part(inner)?.guarded { excluded.append(query) }
      case .word(let word) where isFunctionWord(word): continue
      default:
        switch node.kind {
        case .phrase, .sloppy, .near, .within: hasPhrase = true
        default: break
        }
        if let part = part(node) { optional.append(part) }
      }
    }
    guard hasPhrase, optional.count > 1 else { return nil }
    var query = Query.any(optional.map(\.guarded))
    if !required.isEmpty { query = .all([query] + required.map(\.guarded)) }
    if !excluded.isEmpty { query = .excluding(query, .any(excluded)) }
    return query
  }

  private mutating func isFunctionWord(_ word: String) -> Bool {
    let atoms = terms(word).atoms
    return atoms.count == 1 && FunctionWords.standard.contains(atoms[0].bytes)
  }
}
