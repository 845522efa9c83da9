/// Every entry, with score 0.
final class EverythingScorer: Scorer {
  init(entryCount: Int) {
    super.init(cost: entryCount)
    docID = entryCount == 0 ? Self.end : 0
  }

  override func next() { docID = Int(docID) + 1 < cost ? docID + 1 : Self.end }

  override func advance(to target: UInt32) {
    if docID < target { docID = Int(target) < cost ? target : Self.end }
  }
}
