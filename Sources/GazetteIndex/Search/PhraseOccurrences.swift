/// Finds where a phrase stands among the positions of its terms in one entry.
struct PhraseOccurrences {
  /// The terms of the phrase with their offsets from the least one.
  private let slots: [PhraseScorer.Slot]
  /// How far the last term stands from the first.
  let length: Int

  init(_ slots: [PhraseScorer.Slot]) {
    self.slots = slots.sorted { ($0.offset, $0.cursor) < ($1.offset, $1.cursor) }
    length = Int(self.slots.last?.offset ?? 0)
  }

  /// Puts the places at which the phrase begins into a buffer, rising.
  func find(in positions: [NumberBuffer], into starts: NumberBuffer) {
    starts.count = 0
    guard let first = slots.first else { return }
    let list = positions[first.cursor]
    for index in 0..<list.count { starts.append(unsafe list.base[index]) }
    for slot in slots.dropFirst() {
      let others = positions[slot.cursor]
      let numbers = unsafe starts.base
      var kept = 0
      var other = 0
      for index in 0..<starts.count {
        let wanted = unsafe Int(numbers[index]) + Int(slot.offset)
        while other < others.count, unsafe Int(others.base[other]) < wanted { other += 1 }
        guard other < others.count else { break }
        if unsafe Int(others.base[other]) == wanted {
          unsafe numbers[kept] = numbers[index]
          kept += 1
        }
      }
      starts.count = kept
    }
  }
}
