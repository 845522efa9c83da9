/// A query of terms only, all or any of which an entry must hold: what pruned search and fast counting are made for.
///
/// Where an entry must hold any of them, others may add to its score without making a match.
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
  /// The terms that only add to the score of an entry that holds one of the others.
  private(set) var adding: [Leaf] = []

  /// Takes a query apart; `nil` when it is of another kind.
  init?(_ query: Query) { self.init(query, factor: 1) }

  private init?(_ query: Query, factor: Float) {
    var factor = factor
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
    case .preferring(let required, let preferred):
      guard let first = FlatQuery(required, factor: factor), first.isDisjunction,
        let second = FlatQuery(preferred, factor: factor), second.isDisjunction
      else { return nil }
      isConjunction = false
      (leaves, adding) = (first.leaves, second.leaves)
    default:
      return nil
    }
  }

  /// Whether an entry matches that holds one of the terms, and nothing adds to its score.
  private var isDisjunction: Bool { adding.isEmpty && (!isConjunction || leaves.count == 1) }

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
