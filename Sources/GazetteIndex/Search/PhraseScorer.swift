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

  private let cursors: [PostingCursor]
  private let slots: [Slot]
  private let weight: Float
  private let norms: FieldNorms
  private let lengths: ByteView
  private let positions: [NumberBuffer]
  private let starts = NumberBuffer(capacity: 64)
  /// Entries that score less may be left out.
  private var minimum = -Double.infinity

  /// Creates a scorer of a phrase; every cursor is that of another term, in the order rarest first.
  init(
    _ cursors: [PostingCursor], slots: [Slot], weight: Float, norms: FieldNorms, lengths: ByteView
  ) {
    self.cursors = cursors
    self.slots = slots.sorted { $0.cursor < $1.cursor }
    self.weight = weight
    self.norms = norms
    self.lengths = lengths
    positions = cursors.map { _ in NumberBuffer(capacity: 16) }
    super.init(cost: cursors[0].count)
    for cursor in cursors { cursor.next() }
    align()
  }

  override func leaveOut(below minimum: Double) { self.minimum = minimum }

  /// Whether the entry at which all cursors stand can score enough: a phrase is no more frequent than its rarest term.
  private var canScore: Bool {
    guard minimum > 0 else { return true }
    var frequency = UInt32.max
    for cursor in cursors { frequency = min(frequency, cursor.termFrequency) }
    let norm = norms[lengths[Int(cursors[0].docID)]]
    return Double(BM25.score(weight: weight, frequency: Float(frequency), norm: norm)) >= minimum
  }

  override func next() {
    cursors[0].next()
    align()
  }

  override func advance(to target: UInt32) {
    guard docID < target else { return }
    cursors[0].advance(to: target)
    align()
  }

  /// Goes on from where the first cursor stands to the next entry that has the phrase.
  private func align() {
    while true {
      let target = cursors[0].docID
      guard target != Self.end else { break }
      var furthest = target
      for index in 1..<cursors.count {
        cursors[index].advance(to: target)
        furthest = cursors[index].docID
        if furthest != target { break }
      }
      guard furthest != Self.end else { break }
      if furthest != target {
        cursors[0].advance(to: furthest)
      } else if canScore, findStarts() {
        docID = target
        return
      } else {
        cursors[0].next()
      }
    }
    docID = Self.end
  }

  /// Finds the starting positions in the entry at which all cursors stand; false when there is none.
  private func findStarts() -> Bool {
    starts.count = 0
    var decoded = -1
    for (index, slot) in slots.enumerated() {
      let list = positions[slot.cursor]
      if slot.cursor != decoded {
        decoded = slot.cursor
        list.count = 0
        cursors[slot.cursor].appendPositions(to: list)
      }
      if index == 0 {
        begin(list, slot.offset)
      } else {
        filter(by: list, slot.offset)
      }
      if starts.count == 0 { return false }
    }
    return true
  }

  private func begin(_ list: NumberBuffer, _ offset: UInt32) {
    for index in 0..<list.count {
      let position = unsafe list.base[index]
      guard position >= offset else { continue }
      let start = position - offset
      if starts.count > 0, unsafe starts.base[starts.count - 1] == start { continue }
      starts.append(start)
    }
  }

  private func filter(by list: NumberBuffer, _ offset: UInt32) {
    let numbers = unsafe starts.base
    let others = unsafe list.base
    var kept = 0
    var other = 0
    for index in 0..<starts.count {
      let wanted = unsafe UInt64(numbers[index]) + UInt64(offset)
      while other < list.count, unsafe UInt64(others[other]) < wanted { other += 1 }
      guard other < list.count else { break }
      if unsafe UInt64(others[other]) == wanted {
        unsafe numbers[kept] = numbers[index]
        kept += 1
      }
    }
    starts.count = kept
  }

  override func score() -> Double {
    Double(
      BM25.score(
        weight: weight, frequency: Float(starts.count), norm: norms[lengths[Int(docID)]]))
  }
}
