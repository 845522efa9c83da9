/// The entries that match one part and not another, scored by the first.
final class ExclusionScorer: Scorer {
  private let included: Scorer
  private let excluded: Scorer

  init(_ included: Scorer, excluding excluded: Scorer) {
    self.included = included
    self.excluded = excluded
    super.init(cost: included.cost)
    settle()
  }

  override func next() {
    included.next()
    settle()
  }

  override func advance(to target: UInt32) {
    included.advance(to: target)
    settle()
  }

  private func settle() {
    while included.docID != Self.end {
      if excluded.docID < included.docID { excluded.advance(to: included.docID) }
      if excluded.docID != included.docID { break }
      included.next()
    }
    docID = included.docID
  }

  override func score() -> Double { included.score() }
}
