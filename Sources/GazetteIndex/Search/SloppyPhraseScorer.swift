/// The entries in which terms stand in order, with at most some further positions between them: `Query.sloppyPhrase`.
@safe final class SloppyPhraseScorer: PositionalScorer {
  /// The terms in the order of their offsets, the first of which is 0.
  private let slots: [PhraseScorer.Slot]
  private let slop: Int
  private var places: [Int]

  init(_ cursors: [PostingCursor], slots: [PhraseScorer.Slot], slop: Int, scoring: Scoring) {
    self.slots = slots
    self.slop = slop
    places = Array(repeating: 0, count: slots.count)
    super.init(cursors, scoring: scoring)
    start()
  }

  override func frequency() -> Float {
    var sum: Float = 0
    for index in places.indices { places[index] = 0 }
    let firsts = positions[slots[0].cursor]
    for first in 0..<firsts.count {
      let start = unsafe Int(firsts.base[first])
      // Where the phrase would begin for the term at hand to stand right: never earlier than for the one before. The
      // nearest place that keeps this is the best, and moves only onwards from start to start.
      var begin = start
      for index in 1..<max(1, slots.count) {
        let list = positions[slots[index].cursor]
        let offset = Int(slots[index].offset)
        var place = places[index]
        while place < list.count, unsafe Int(list.base[place]) < begin + offset { place += 1 }
        places[index] = place
        guard place < list.count else { return sum }
        begin = unsafe Int(list.base[place]) - offset
      }
      let gap = begin - start
      if gap <= slop { sum += 1 / (1 + Float(gap)) }
    }
    return sum
  }
}
