/// A query of terms only, all or any of which an entry must hold: what pruned search and fast counting are made for.
struct FlatQuery {
  /// A term, the factor of its weight, and how often it stands in the query.
  struct Leaf {
    let term: Term
    let factor: Float
    var multiplicity = 1
  }

  /// Whether an entry must hold all of the terms.
  let isConjunction: Bool
  /// The terms, each once.
  private(set) var leaves: [Leaf] = []

  /// Takes a query apart; `nil` when it is of another kind.
  init?(_ query: Query) {
    var factor: Float = 1
    var inner = query
    while case .boosted(let part, let further) = inner {
      factor *= further
      inner = part
    }
    switch inner {
    case .term, .phrase:
      isConjunction = true
      guard add(inner, factor) else { return nil }
    case .all(let parts):
      isConjunction = true
      guard !parts.isEmpty, parts.allSatisfy({ add($0, factor) }) else { return nil }
    case .any(let parts, let minimum):
      isConjunction = parts.count == 1
      guard minimum <= 1, !parts.isEmpty, parts.allSatisfy({ add($0, factor) }) else { return nil }
    default:
      return nil
    }
  }

  private mutating func add(_ query: Query, _ factor: Float) -> Bool {
    switch query {
    case .term(let term):
      add(term, factor)
    case .phrase(let field, let terms) where terms.count == 1:
      add(Term(field: field, bytes: terms[0].bytes), factor)
    case .boosted(let part, let further):
      return add(part, factor * further)
    default:
      return false
    }
    return true
  }

  private mutating func add(_ term: Term, _ factor: Float) {
    // In a long query a look at all others for each would cost more than it saves.
    if leaves.count < 64,
      let place = leaves.firstIndex(where: { $0.term == term && $0.factor == factor })
    {
      leaves[place].multiplicity += 1
    } else {
      leaves.append(Leaf(term: term, factor: factor))
    }
  }
}
