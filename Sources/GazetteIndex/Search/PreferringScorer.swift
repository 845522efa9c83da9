/// The entries that match one part; the score of another comes on top where that matches too.
final class PreferringScorer: Scorer {
  private let required: Scorer
  private let preferred: Scorer

  init(_ required: Scorer, preferring preferred: Scorer) {
    self.required = required
    self.preferred = preferred
    super.init(cost: required.cost)
    docID = required.docID
  }

  override func next() {
    required.next()
    docID = required.docID
  }

  override func advance(to target: UInt32) {
    required.advance(to: target)
    docID = required.docID
  }

  override func score() -> Double {
    // The preferred part follows only when a score is asked for.
    let score = required.score()
    return preferred.seek(docID, reaching: -.infinity) ? score + preferred.score() : score
  }
}
