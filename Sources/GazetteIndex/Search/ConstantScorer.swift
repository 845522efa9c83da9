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

  override func seek(_ target: UInt32, reaching minimum: Double) -> Bool {
    guard part.seek(target, reaching: -.infinity) else { return false }
    docID = target
    return true
  }

  override var greatestScore: Double { value }

  override var mayLower: Bool { value < 0 }

  override func score() -> Double { value }
}
