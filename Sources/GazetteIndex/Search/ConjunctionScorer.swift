/// The entries that match every part; the rarest part leads.
final class ConjunctionScorer: Scorer {
  private let parts: ScorerList
  private let lead: Scorer
  private let others: ScorerList

  /// Creates a scorer of at least one part; scores are added in the order given.
  init(_ parts: [Scorer]) {
    self.parts = ScorerList(parts)
    // Cost, then place: the order of parts with one cost must not hang on the sort.
    let order = parts.enumerated().sorted {
      ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
    }
    lead = order[0].element
    others = ScorerList(order.dropFirst().map(\.element))
    super.init(cost: lead.cost)
    align()
  }

  override func next() {
    lead.next()
    align()
  }

  override func advance(to target: UInt32) {
    guard docID < target else { return }
    lead.advance(to: target)
    align()
  }

  private func align() {
    var target = lead.docID
    var index = 0
    while target != Self.end, index < others.count {
      let place = others.advance(index, to: target)
      if place == target {
        index += 1
      } else {
        if place != Self.end { lead.advance(to: place) }
        target = place == Self.end ? Self.end : lead.docID
        index = 0
      }
    }
    docID = target
  }

  override var greatestScore: Double {
    (0..<parts.count).reduce(0) { $0 + parts.greatestScore($1) }
  }

  override var mayLower: Bool { (0..<parts.count).contains { parts.mayLower($0) } }

  override func score() -> Double {
    var sum = 0.0
    for index in 0..<parts.count { sum += parts.score(index) }
    return sum
  }
}
