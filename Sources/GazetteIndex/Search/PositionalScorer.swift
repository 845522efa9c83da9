/// The entries that hold several terms of a field in places that keep a condition, scored as one term.
///
/// A kind of this scorer says in `frequency()` how often the condition holds. The posting lists are intersected first, the
/// rarest leading; positions are decoded for what survives only.
@safe class PositionalScorer: Scorer {
  /// What is scored: a weight, and what the length of the field does to it.
  struct Scoring {
    let weight: Float
    let norms: FieldNorms
    let lengths: ByteView
  }

  private let cursors: [PostingCursor]
  private let scoring: Scoring
  /// The positions of each term in the entry that is looked at, in the order of the cursors.
  final let positions: [NumberBuffer]
  /// How often the condition holds in the entry the scorer stands at.
  final private(set) var found: Float = 0

  /// Creates a scorer; every cursor is that of another term, in the order rarest first, and stands before its list.
  init(_ cursors: [PostingCursor], scoring: Scoring) {
    self.cursors = cursors
    self.scoring = scoring
    positions = cursors.map { _ in NumberBuffer(capacity: 16) }
    super.init(cost: cursors[0].count)
  }

  /// The weight that is scored with.
  final var weight: Float { scoring.weight }

  /// How often the condition holds for the positions at hand; 0 when the entry does not match.
  func frequency() -> Float { preconditionFailure("a kind of scorer does not count") }

  /// Goes to the first match; to be called at the end of making a scorer.
  final func start() {
    for cursor in cursors { cursor.next() }
    align()
  }

  final override func next() {
    cursors[0].next()
    align()
  }

  final override func advance(to target: UInt32) {
    guard docID < target else { return }
    cursors[0].advance(to: target)
    align()
  }

  private func align() {
    while true {
      let target = cursors[0].docID
      guard target != Self.end else { break }
      var furthest = target
      for index in 1..<max(1, cursors.count) {
        cursors[index].advance(to: target)
        furthest = cursors[index].docID
        if furthest != target { break }
      }
      guard furthest != Self.end else { break }
      if furthest != target {
        cursors[0].advance(to: furthest)
        continue
      }
      for (cursor, list) in zip(cursors, positions) {
        list.count = 0
        cursor.appendPositions(to: list)
      }
      found = frequency()
      if found > 0 {
        docID = target
        return
      }
      cursors[0].next()
    }
    docID = Self.end
  }

  final override func score() -> Double {
    Double(
      BM25.score(
        weight: scoring.weight, frequency: found, norm: scoring.norms[scoring.lengths[Int(docID)]]))
  }
}
