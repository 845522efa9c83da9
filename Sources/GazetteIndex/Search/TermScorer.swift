/// The entries that hold a term.
final class TermScorer: Scorer {
  private let cursor: PostingCursor
  private let weight: Float
  private let norms: FieldNorms?
  private let lengths: ByteView?

  /// Creates a scorer of a posting list; without norms and lengths for a keyword field.
  init(_ cursor: PostingCursor, weight: Float, norms: FieldNorms?, lengths: ByteView?) {
    self.cursor = cursor
    self.weight = weight
    self.norms = norms
    self.lengths = lengths
    super.init(cost: cursor.count)
    next()
  }

  override func next() {
    cursor.next()
    docID = cursor.docID
  }

  override func advance(to target: UInt32) {
    cursor.advance(to: target)
    docID = cursor.docID
  }

  override var greatestScore: Double { Double(weight) }

  override var mayLower: Bool { weight < 0 }

  override func score() -> Double {
    guard let norms, let lengths else {
      return Double(BM25.score(weight: weight, frequency: 1, norm: BM25.keywordNorm))
    }
    let norm = norms[lengths[Int(docID)]]
    return Double(
      BM25.score(weight: weight, frequency: Float(cursor.termFrequency), norm: norm))
  }
}
