/// A query taken apart into what an entry must match, what it must not, and what only adds to its score.
///
/// Each part asks for any of several things: terms, of which whole posting lists can be put together as sets of bits, and other
/// queries.
struct ConjunctiveQuery {
  /// Any of several things.
  struct Part {
    private(set) var leaves: [FlatQuery.Leaf] = []
    private(set) var others: [(query: Query, factor: Float)] = []

    init(_ query: Query, factor: Float) { add(query, factor) }

    private mutating func add(_ query: Query, _ factor: Float) {
      switch query {
      case .term(let term): leaves.append(.init(term: term, factor: factor))
      case .phrase(let field, let terms) where terms.count == 1:
        leaves.append(.init(term: Term(field: field, bytes: terms[0].bytes), factor: factor))
      case .boosted(let inner, let further): add(inner, factor * further)
      case .any(let parts, let minimum) where minimum <= 1:
        for part in parts { add(part, factor) }
      default: others.append((query, factor))
      }
    }
  }

  /// What an entry must match; all of it adds to the score.
  private(set) var required: [Part] = []
  /// What an entry must match without any score for it.
  private(set) var conditions: [Part] = []
  /// What an entry must not match.
  private(set) var excluded: [Part] = []
  /// What adds to the score of a match.
  private(set) var preferred: [Part] = []

  /// Takes a query apart; `nil` when nothing that it requires can be put together from posting lists.
  init?(_ query: Query) {
    add(query, 1)
    guard (required + conditions).contains(where: { $0.others.isEmpty && !$0.leaves.isEmpty })
    else { return nil }
  }

  private mutating func add(_ query: Query, _ factor: Float) {
    switch query {
    case .everything: break
    case .boosted(let inner, let further): add(inner, factor * further)
    case .all(let parts):
      for part in parts { add(part, factor) }
    case .preferring(let inner, let more):
      add(inner, factor)
      preferred.append(Part(more, factor: factor))
    case .excluding(let inner, let out):
      add(inner, factor)
      excluded.append(Part(out, factor: 1))
    case .constant(let inner, let score) where score * factor == 0:
      conditions.append(Part(inner, factor: 1))
    default: required.append(Part(query, factor: factor))
    }
  }
}
