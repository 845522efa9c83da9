import GazetteIndex

/// The weights of all terms of a query, and the terms of its fuzzy parts.
struct NaiveWeights {
  private var weights: [Term: Float] = [:]
  private(set) var frequencies: [Term: Int] = [:]
  private(set) var fuzzy: [Query: [(term: Term, edits: Int)]] = [:]

  init(_ query: Query, _ snapshot: NaiveSnapshot) {
    var open = [query]
    while let part = open.popLast() {
      switch part {
      case .everything, .nothing, .range, .prefix, .wildcard, .termRange: break
      case .term(let term): add([term], snapshot)
      case .phrase(let field, let terms), .sloppyPhrase(let field, let terms, _):
        add(terms.map { Term(field: field, bytes: $0.bytes) }, snapshot)
      case .near(let field, let phrases, _):
        add(phrases.joined().map { Term(field: field, bytes: $0.bytes) }, snapshot)
      case .fields(let terms): add(terms.map(\.term), snapshot)
      case .fuzzy:
        let found = snapshot.fuzzyTerms(part)
        fuzzy[part] = found
        add(found.map(\.term), snapshot)
      case .all(let parts), .any(let parts, _), .within(_, let parts): open += parts
      case .excluding(let first, let second), .preferring(let first, let second):
        open += [first, second]
      case .boosted(let part, _), .constant(let part, _): open.append(part)
      }
    }
  }

  private mutating func add(_ terms: [Term], _ snapshot: NaiveSnapshot) {
    for term in terms where weights[term] == nil {
      let frequency = snapshot.documentFrequency(term)
      frequencies[term] = frequency
      weights[term] = snapshot.weight(documentFrequency: frequency)
    }
  }

  subscript(term: Term) -> Float { weights[term] ?? 0 }
}
