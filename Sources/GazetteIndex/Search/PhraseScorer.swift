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

  private let cursors: UnretainedRow<PostingCursor>
  /// All lists that must hold an entry, the shortest first: those of the terms, and those that only filter.
  private let lists: UnretainedRow<PostingCursor>
  private let slots: [Slot]
  private let weight: Float
  private let norms: FieldNorms
  private let lengths: ByteView
  private let starts = NumberBuffer(capacity: 64)
  private var frequency = 0
  /// For each list the bounds of its blocks, with the weight of the phrase.
  private let bounds: UnretainedRow<PhraseBounds>
  /// Up to this entry the blocks can score enough.
  private var hopefulEnd: UInt32 = 0
  private var isHopeful = false
  private var set = PositionSet()
  private let furthestOffset: UInt32
  /// Entries that score less may be left out.
  private var minimum = -Double.infinity

  /// Creates a scorer of a phrase; every cursor is that of another term, in the order rarest first.
  ///
  /// Filters are further lists that hold every entry with the phrase, each at least as often as it has the phrase.
  init(
    _ cursors: [PostingCursor], filters: [PostingCursor] = [], slots: [Slot], weight: Float,
    norms: FieldNorms, lengths: ByteView
  ) {
    self.cursors = UnretainedRow(cursors)
    let lists = (cursors + filters).enumerated().sorted {
      ($0.element.count, $0.offset) < ($1.element.count, $1.offset)
    }.map(\.element)
    self.lists = UnretainedRow(lists)
    bounds = UnretainedRow(
      lists.map { PhraseBounds($0.arrays, weight: weight, norms: norms) })
    self.slots = slots.sorted { $0.cursor < $1.cursor }
    furthestOffset = slots.reduce(0) { max($0, $1.offset) }
    self.weight = weight
    self.norms = norms
    self.lengths = lengths
    super.init(cost: lists[0].count)
    for cursor in lists { cursor.next() }
    align()
  }

  override func leaveOut(below minimum: Double) {
    self.minimum = minimum
    isHopeful = false
  }

  /// The last entry of a block that holds an entry, or could, and cannot score enough; `nil` when there is none.
  ///
  /// A phrase is in no entry more frequent than each of its terms, so that the bound of every list holds for it.
  private func hopelessEnd(at docID: UInt32) -> UInt32? {
    if isHopeful, docID <= hopefulEnd { return nil }
    var hopeless: UInt32?
    var hopeful = Self.end
    for index in 0..<lists.count {
      let (bound, last) = bounds.with(index) { $0.bound(at: docID) }
      if bound >= minimum {
        hopeful = min(hopeful, last)
      } else {
        hopeless = max(hopeless ?? 0, last)
      }
    }
    hopefulEnd = hopeful
    isHopeful = hopeless == nil
    return hopeless
  }

  /// Whether the entry at which all cursors stand can score enough: a phrase is no more frequent than its rarest term.
  private func canScore(_ docID: UInt32) -> Bool {
    guard minimum > 0 else { return true }
    var frequency = UInt32.max
    for index in 0..<lists.count {
      frequency = min(frequency, lists.with(index) { $0.termFrequency })
    }
    let norm = norms[lengths[Int(docID)]]
    return Double(BM25.score(weight: weight, frequency: Float(frequency), norm: norm)) >= minimum
  }

  override func next() {
    lists.with(0) { $0.next() }
    align()
  }

  override func advance(to target: UInt32) {
    guard docID < target else { return }
    lists.with(0) { $0.advance(to: target) }
    align()
  }

  /// Goes on from where the shortest list stands to the next entry that has the phrase.
  private func align() {
    while true {
      let target = lists.with(0) { $0.docID }
      guard target != Self.end else { break }
      if minimum > 0, let last = hopelessEnd(at: target) {
        guard last < Self.end - 1 else { break }
        lists.with(0) { $0.advance(to: last + 1) }
        continue
      }
      var furthest = target
      var index = 1
      while index < lists.count {
        furthest = lists.with(index) {
          $0.advance(to: target)
          return $0.docID
        }
        if furthest != target { break }
        index += 1
      }
      guard furthest != Self.end else { break }
      if furthest != target {
        lists.with(0) { $0.advance(to: furthest) }
      } else if canScore(target), findStarts() {
        docID = target
        return
      } else {
        lists.with(0) { $0.next() }
      }
    }
    docID = Self.end
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
    for (place, slot) in slots.enumerated() {
      let deltas = unsafe cursors.with(slot.cursor) { unsafe $0.positionDeltas }
      guard deltas.count > 0 else { return 0 }
      // All are moved so far that none gets below zero.
      let distance = furthestOffset - slot.offset
      if place == 0 {
        guard unsafe set.begin(deltas, movedBy: distance) else { return nil }
        count = deltas.count
      } else {
        guard let kept = unsafe set.keep(deltas, movedBy: distance) else { return nil }
        if kept == 0 { return 0 }
        count = kept
      }
    }
    return count
  }

  private func countStarts() -> Int {
    starts.count = 0
    var decoded = -1
    var list = unsafe UnsafeBufferPointer<UInt32>(start: nil, count: 0)
    for (index, slot) in slots.enumerated() {
      if slot.cursor != decoded {
        decoded = slot.cursor
        unsafe list = cursors.with(slot.cursor) { unsafe $0.positions }
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

  override func score() -> Double {
    Double(
      BM25.score(
        weight: weight, frequency: Float(frequency), norm: norms[lengths[Int(docID)]]))
  }
}
