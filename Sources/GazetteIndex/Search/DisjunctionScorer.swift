/// The entries that match at least some number of parts.
@safe final class DisjunctionScorer: Scorer {
  private let parts: ScorerList
  private let minimum: Int
  /// Where every part stands, beside each other so that the least is found without a call.
  private let docIDs: NumberBuffer
  /// What each part scores at most, 0 where that is less.
  private let greatest: [Double]

  /// Creates a scorer of at least one part; scores are added in the order given.
  init(_ parts: [Scorer], minimum: Int) {
    self.parts = ScorerList(parts)
    self.minimum = minimum
    docIDs = NumberBuffer(capacity: parts.count)
    greatest = parts.map { max(0, $0.greatestScore) }
    super.init(cost: self.parts.totalCost)
    for part in parts { docIDs.append(part.docID) }
    settle()
  }

  override func next() {
    step()
    settle()
  }

  override func advance(to target: UInt32) {
    guard docID < target else { return }
    for index in 0..<parts.count where unsafe docIDs.base[index] < target {
      unsafe docIDs.base[index] = parts.advance(index, to: target)
    }
    settle()
  }

  /// Moves the parts that stand at the current entry.
  private func step() {
    let current = docID
    for index in 0..<parts.count where unsafe docIDs.base[index] == current {
      unsafe docIDs.base[index] = parts.next(index)
    }
  }

  /// Goes to the least entry at which enough parts stand.
  private func settle() {
    while true {
      var least = Self.end
      var count = 0
      for index in 0..<parts.count {
        let candidate = unsafe docIDs.base[index]
        if candidate < least {
          least = candidate
          count = 1
        } else if candidate == least {
          count += 1
        }
      }
      docID = least
      if least == Self.end || count >= minimum { return }
      step()
    }
  }

  override func seek(_ target: UInt32, reaching minimum: Double) -> Bool {
    guard docID <= target else { return false }
    var all = 0.0
    for index in 0..<parts.count { all += greatest[index] }
    var count = 0
    for index in 0..<parts.count {
      let others = all.isFinite ? all - greatest[index] : .infinity
      if unsafe docIDs.base[index] < target,
        parts.seek(index, target, reaching: minimum - others)
      {
        unsafe docIDs.base[index] = target
      }
      if unsafe docIDs.base[index] == target { count += 1 }
    }
    guard count >= self.minimum else { return false }
    docID = target
    return true
  }

  override var greatestScore: Double { greatest.reduce(0, +) }

  override var mayLower: Bool { (0..<parts.count).contains { parts.mayLower($0) } }

  override func score() -> Double {
    var sum = 0.0
    for index in 0..<parts.count where unsafe docIDs.base[index] == docID {
      sum += parts.score(index)
    }
    return sum
  }
}
