/// The entries of a part, all with one score.
final class ConstantScorer: Scorer {
  private let part: Scorer
  private let value: Double

  init(_ part: Scorer, score: Float) {
    self.part = part
    value = Double(score)
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

  override func score() -> Double { value }
}
