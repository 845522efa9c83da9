/// The entries that match every part; the rarest part leads.
final class ConjunctionScorer: Scorer {
  private let parts: [Scorer]
  private let lead: Scorer
  private let others: [Scorer]

  /// Creates a scorer of at least one part; scores are added in the order given.
  init(_ parts: [Scorer]) {
    self.parts = parts
    // Cost, then place: the order of parts with one cost must not hang on the sort.
    let order = parts.enumerated().sorted {
      ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
    }
    lead = order[0].element
    others = order.dropFirst().map(\.element)
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
      let other = others[index]
      if other.docID < target { other.advance(to: target) }
      if other.docID == target {
        index += 1
      } else {
        if other.docID != Self.end { lead.advance(to: other.docID) }
        target = other.docID == Self.end ? Self.end : lead.docID
        index = 0
      }
    }
    docID = target
  }

  override func score() -> Float {
    var sum: Float = 0
    for part in parts { sum += part.score() }
    return sum
  }
}
