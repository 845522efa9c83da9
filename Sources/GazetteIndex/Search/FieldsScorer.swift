/// The entries that hold at least one of some terms, scored as one term with several fields: `Query.fields`.
@safe final class FieldsScorer: Scorer {
  /// A term in the segment: its postings, what an occurrence counts, and what the length of its field does.
  struct Part {
    let cursor: PostingCursor
    let weight: Float
    let norms: FieldNorms?
    let lengths: ByteView?
  }

  private let parts: [Part]
  private let weight: Float

  /// Creates a scorer of parts whose cursors stand before their lists; norms are missing for keyword fields.
  init(_ parts: [Part], weight: Float) {
    self.parts = parts
    self.weight = weight
    super.init(cost: parts.reduce(0) { $0 + $1.cursor.count })
    for part in parts { part.cursor.next() }
    settle()
  }

  override func next() {
    for part in parts where part.cursor.docID == docID { part.cursor.next() }
    settle()
  }

  override func advance(to target: UInt32) {
    guard docID < target else { return }
    for part in parts { part.cursor.advance(to: target) }
    settle()
  }

  private func settle() {
    var least = Self.end
    for part in parts { least = min(least, part.cursor.docID) }
    docID = least
  }

  override var greatestScore: Double { Double(weight) }

  override var mayLower: Bool { weight < 0 }

  override func score() -> Double {
    var sum: Float = 0
    for part in parts where part.cursor.docID == docID { sum += Self.share(of: part, docID) }
    return Double(BM25.score(weight: weight, frequency: sum, norm: 1))
  }

  /// What a part adds to the frequency: never less for more occurrences or a shorter field, in floating point either.
  static func share(of part: Part, _ docID: UInt32) -> Float {
    guard let norms = part.norms, let lengths = part.lengths else {
      return part.weight * BM25.keywordNorm
    }
    return part.weight * Float(part.cursor.termFrequency) * norms[lengths[Int(docID)]]
  }
}
