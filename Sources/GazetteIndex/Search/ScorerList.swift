/// Scorers in a row that are called without counting references: a retain and a release for each call took a fifth of
/// the time of a disjunction.
@safe struct ScorerList {
  private let scorers: [Scorer]
  private let references: [Unmanaged<Scorer>]

  /// Keeps scorers.
  init(_ scorers: [Scorer]) {
    self.scorers = scorers
    unsafe references = scorers.map { unsafe Unmanaged.passUnretained($0) }
  }

  /// How many there are.
  var count: Int { scorers.count }

  /// About how many entries match them, one after the other.
  var totalCost: Int { scorers.reduce(0) { $0 + $1.cost } }

  /// Where a scorer stands.
  @inline(__always)
  func docID(_ index: Int) -> UInt32 {
    unsafe references[index]._withUnsafeGuaranteedRef { $0.docID }
  }

  /// Moves a scorer to its next match; gives where it stands then.
  @inline(__always)
  func next(_ index: Int) -> UInt32 {
    unsafe references[index]._withUnsafeGuaranteedRef {
      $0.next()
      return $0.docID
    }
  }

  /// Moves a scorer to its first match at or after an entry; gives where it stands then.
  @inline(__always)
  func advance(_ index: Int, to target: UInt32) -> UInt32 {
    unsafe references[index]._withUnsafeGuaranteedRef {
      $0.advance(to: target)
      return $0.docID
    }
  }

  /// The score of a scorer.
  @inline(__always)
  func score(_ index: Int) -> Double {
    unsafe references[index]._withUnsafeGuaranteedRef { $0.score() }
  }
}
