/// The entries of a part with other scores: multiplied by a factor, or all alike.
final class RescoringScorer: Scorer {
  /// What becomes of a score.
  enum Change {
    case multiplied(by: Float)
    case replaced(by: Float)
  }

  private let part: Scorer
  private let change: Change

  init(_ part: Scorer, _ change: Change) {
    self.part = part
    self.change = change
    super.init(cost: part.cost)
    docID = part.docID
  }

  override func next() {
    part.next()
    docID = part.docID
  }

  override func advance(to target: UInt32) {
    part.advance(to: target)
    docID = part.docID
  }

  override func score() -> Float {
    switch change {
    case .multiplied(let factor): part.score() * factor
    case .replaced(let score): score
    }
  }
}
