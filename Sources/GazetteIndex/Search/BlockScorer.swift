/// The entries that match at least one part, in blocks of entries in which every part matches some entry:
/// `Query.within` over groups and runs.
final class BlockScorer: Scorer {
  private let parts: ScorerList
  private let boundaries: BlockBoundaries
  private let fault: SearchFault
  /// The end of the block the scorer is in, in which every part matches.
  private var blockEnd: UInt32 = 0

  /// Creates a scorer of at least one part; scores are added in the order given.
  init(_ parts: [Scorer], boundaries: BlockBoundaries, fault: SearchFault) {
    self.parts = ScorerList(parts)
    self.boundaries = boundaries
    self.fault = fault
    super.init(cost: self.parts.totalCost)
    settle()
  }

  override func next() {
    let current = docID
    for index in 0..<parts.count where parts.docID(index) == current { _ = parts.next(index) }
    settle()
  }

  override func advance(to target: UInt32) {
    guard docID < target else { return }
    if target >= blockEnd {
      // Entries of a block before the target may be what makes it match, so go to the start of the target's block.
      guard Int(target) < boundaries.entryCount, let block = block(around: target) else {
        docID = Self.end
        return
      }
      enter(block)
    }
    while docID < target {
      for index in 0..<parts.count { _ = parts.advance(index, to: target) }
      settle()
    }
  }

  /// Goes to the least entry at which a part stands, of the block at hand or the next one that matches.
  private func settle() {
    let least = least()
    if least < blockEnd {
      docID = least
      return
    }
    guard least != Self.end, let block = block(around: least) else {
      docID = Self.end
      return
    }
    enter(block)
  }

  /// Goes to the first match of a block, or of the first after it in which every part matches.
  private func enter(_ first: Range<UInt32>) {
    var block = first
    var index = 0
    while index < parts.count {
      let place = parts.advance(index, to: block.lowerBound)
      if place < block.upperBound {
        index += 1
        continue
      }
      guard place != Self.end, let following = self.block(around: place) else {
        docID = Self.end
        return
      }
      block = following
      index = 0
    }
    blockEnd = block.upperBound
    docID = least()
  }

  private func least() -> UInt32 {
    var least = Self.end
    for index in 0..<parts.count { least = min(least, parts.docID(index)) }
    return least
  }

  private func block(around docID: UInt32) -> Range<UInt32>? {
    do throws(IndexError) {
      return try boundaries.block(around: docID)
    } catch {
      fault.note(error)
      self.docID = Self.end
      return nil
    }
  }

  override func score() -> Double {
    var sum = 0.0
    for index in 0..<parts.count where parts.docID(index) == docID { sum += parts.score(index) }
    return sum
  }
}
