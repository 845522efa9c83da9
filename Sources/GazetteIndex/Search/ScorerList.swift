/// The parts of a scorer.
struct ScorerList {
  private let scorers: UnretainedRow<Scorer>

  /// Keeps scorers.
  init(_ scorers: [Scorer]) { self.scorers = UnretainedRow(scorers) }

  /// How many there are.
  var count: Int { scorers.count }

  /// About how many entries match them, one after the other.
  var totalCost: Int { scorers.all.reduce(0) { $0 + $1.cost } }

  /// Where a scorer stands.
  @inline(__always)
  func docID(_ index: Int) -> UInt32 { scorers.with(index) { $0.docID } }

  /// Moves a scorer to its next match; gives where it stands then.
  @inline(__always)
  func next(_ index: Int) -> UInt32 {
    scorers.with(index) {
      $0.next()
      return $0.docID
    }
  }

  /// Moves a scorer to its first match at or after an entry; gives where it stands then.
  @inline(__always)
  func advance(_ index: Int, to target: UInt32) -> UInt32 {
    scorers.with(index) {
      $0.advance(to: target)
      return $0.docID
    }
  }

  /// Whether a scorer matches an entry and can score as much as is wanted; it stands there then.
  @inline(__always)
  func seek(_ index: Int, _ target: UInt32, reaching minimum: Double) -> Bool {
    scorers.with(index) { $0.seek(target, reaching: minimum) }
  }

  /// The most that a scorer's entries score.
  func greatestScore(_ index: Int) -> Double { scorers.with(index) { $0.greatestScore } }

  /// Whether a scorer may take from a score.
  func mayLower(_ index: Int) -> Bool { scorers.with(index) { $0.mayLower } }

  /// The score of a scorer.
  @inline(__always)
  func score(_ index: Int) -> Double { scorers.with(index) { $0.score() } }
}
