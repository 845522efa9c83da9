/// The entries in which terms stand at their offsets from one starting position.
///
/// The posting lists are intersected first, the rarest leading; positions are decoded for what survives only.
@safe final class PhraseScorer: Scorer {
  /// A distinct term of the phrase at one offset.
  struct Slot {
    /// The place of the term's cursor.
    let cursor: Int
    /// The offset from the least one of the phrase.
    let offset: UInt32
  }

  /// The lists of the terms, the shortest first.
  private let lists: UnretainedRow<PostingCursor>
  private let first: PostingCursor
  private let slots: [Slot]
  private let weight: Float
  private let norms: FieldNorms
  private let lengths: ByteView
  private let set: PositionSet
  /// The starting positions where they do not fit the set.
  private lazy var starts = NumberBuffer(capacity: 64)
  private var frequency = 0
  private let furthestOffset: UInt32
  private let isOnlySought: Bool
  /// What leaves out entries, once a score is asked for.
  private var pruning: PhrasePruning?

  /// Creates a scorer of a phrase.
  ///
  /// Every cursor is that of another term, in the order rarest first, and the slots are in the order of the cursors. The set
  /// serves nothing else. A scorer that is only sought by entry does not look for its first match, which may be far.
  init(
    _ cursors: [PostingCursor], slots: [Slot], weight: Float, norms: FieldNorms, lengths: ByteView,
    set: PositionSet, isOnlySought: Bool = false
  ) {
    self.isOnlySought = isOnlySought
    lists = UnretainedRow(cursors)
    first = cursors[0]
    self.slots = slots
    var furthest: UInt32 = 0
    for slot in slots { furthest = max(furthest, slot.offset) }
    furthestOffset = furthest
    self.weight = weight
    self.norms = norms
    self.lengths = lengths
    self.set = set
    super.init(cost: first.count)
    guard !isOnlySought else { return }
    first.next()
    align()
  }

  override func leaveOut(below minimum: Double) {
    guard minimum > 0 else { return pruning = nil }
    if pruning == nil {
      pruning = PhrasePruning(lists, lead: first, weight: weight, norms: norms, lengths: lengths)
    }
    pruning?.leaveOut(below: minimum)
  }

  override func next() {
    first.next()
    align()
  }

  override func advance(to target: UInt32) {
    guard docID < target else { return }
    first.advance(to: target)
    align()
  }

  /// Goes on from where the shortest list stands to the next entry that has the phrase.
  private func align() {
    let first = first
    let pruning = pruning
    while true {
      if let pruning, !pruning.findCandidate() { break }
      let target = first.docID
      guard target != Self.end else { break }
      let furthest = furthest(from: target)
      guard furthest != Self.end else { break }
      if furthest != target {
        first.advance(to: furthest)
      } else if pruning?.canScore(target) ?? true, findStarts() {
        docID = target
        return
      } else {
        first.next()
      }
    }
    docID = Self.end
  }

  /// Moves the other lists to an entry, as long as they hold it; the first entry that can be in all.
  @inline(__always)
  private func furthest(from target: UInt32) -> UInt32 {
    var index = 1
    while index < lists.count {
      let place = lists.with(index) { $0.seek(target) }
      if place != target { return place }
      index += 1
    }
    return target
  }

  /// Finds how often the phrase begins in the entry at which all cursors stand; false when it does not.
  private func findStarts() -> Bool {
    frequency = countMatches() ?? countStarts()
    return frequency > 0
  }

  /// How often the phrase begins, as long as all positions fit a set of bits; `nil` otherwise.
  private func countMatches() -> Int? {
    guard furthestOffset < UInt32(PositionSet.limit) else { return nil }
    var count = 0
    let last = slots.count - 1
    for (place, slot) in slots.enumerated() {
      let deltas = unsafe lists.with(slot.cursor) { unsafe $0.positionDeltas }
      guard deltas.count > 0 else { return 0 }
      // All are moved so far that none gets below zero.
      let distance = furthestOffset - slot.offset
      if place == 0 {
        if deltas.count == 1 { return unsafe countOnly(deltas[0] &+ distance) }
        guard unsafe set.begin(deltas, movedBy: distance) else { return nil }
        count = deltas.count
      } else {
        let kept =
          place < last
          ? unsafe set.keep(deltas, movedBy: distance)
          : unsafe set.count(deltas, movedBy: distance)
        guard let kept else { return nil }
        if kept == 0 { return 0 }
        count = kept
      }
    }
    return count
  }

  /// Whether the phrase stands at the only position of its first slot, which is moved as the others are.
  private func countOnly(_ start: UInt32) -> Int {
    for place in 1..<max(1, slots.count) {
      let slot = slots[place]
      let deltas = unsafe lists.with(slot.cursor) { unsafe $0.positionDeltas }
      var position = furthestOffset - slot.offset
      var index = 0
      var isFound = false
      while index < deltas.count {
        position &+= unsafe deltas[index]
        if position >= start {
          isFound = position == start
          break
        }
        index += 1
      }
      guard isFound else { return 0 }
    }
    return 1
  }

  private func countStarts() -> Int {
    starts.count = 0
    var decoded = -1
    var list = unsafe UnsafeBufferPointer<UInt32>(start: nil, count: 0)
    for (index, slot) in slots.enumerated() {
      if slot.cursor != decoded {
        decoded = slot.cursor
        unsafe list = lists.with(slot.cursor) { unsafe $0.positions }
      }
      if index == 0 {
        unsafe begin(list, slot.offset)
      } else {
        unsafe filter(by: list, slot.offset)
      }
      if starts.count == 0 { return 0 }
    }
    return starts.count
  }

  private func begin(_ list: UnsafeBufferPointer<UInt32>, _ offset: UInt32) {
    for index in 0..<list.count {
      let position = unsafe list[index]
      guard position >= offset else { continue }
      let start = position - offset
      if starts.count > 0, unsafe starts.base[starts.count - 1] == start { continue }
      starts.append(start)
    }
  }

  private func filter(by list: UnsafeBufferPointer<UInt32>, _ offset: UInt32) {
    let numbers = unsafe starts.base
    var kept = 0
    var other = 0
    for index in 0..<starts.count {
      let wanted = unsafe UInt64(numbers[index]) + UInt64(offset)
      while other < list.count, unsafe UInt64(list[other]) < wanted { other += 1 }
      guard other < list.count else { break }
      if unsafe UInt64(list[other]) == wanted {
        unsafe numbers[kept] = numbers[index]
        kept += 1
      }
    }
    starts.count = kept
  }

  override func seek(_ target: UInt32, reaching minimum: Double) -> Bool {
    guard isOnlySought || docID < target else { return docID == target }
    first.advance(to: target)
    guard first.docID == target, furthest(from: target) == target,
      minimum <= 0 || bound(at: target) >= minimum, findStarts()
    else { return false }
    docID = target
    return true
  }

  /// What the phrase can score in an entry at which all cursors stand: it is no more frequent than its rarest term.
  private func bound(at docID: UInt32) -> Double {
    var least = UInt32.max
    for index in 0..<lists.count { least = min(least, lists.with(index) { $0.termFrequency }) }
    return Double(
      BM25.score(weight: weight, frequency: Float(least), norm: norms[lengths[Int(docID)]]))
  }

  override var greatestScore: Double { Double(weight) }

  override var mayLower: Bool { weight < 0 }

  override func score() -> Double {
    Double(
      BM25.score(
        weight: weight, frequency: Float(frequency), norm: norms[lengths[Int(docID)]]))
  }
}
