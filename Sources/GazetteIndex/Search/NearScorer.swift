/// The entries in which phrases stand close to each other, in any order: `Query.near`.
@safe final class NearScorer: PositionalScorer {
  private let phrases: [PhraseOccurrences]
  private let distance: Int
  /// How many positions the phrases take, laid end to end.
  private let extent: Int
  private let starts: [NumberBuffer]
  private var places: [Int]

  init(
    _ cursors: [PostingCursor], phrases: [PhraseOccurrences], distance: Int, scoring: Scoring
  ) {
    self.phrases = phrases
    self.distance = distance
    extent = phrases.reduce(0) { $0 + $1.length + 1 }
    starts = phrases.map { _ in NumberBuffer(capacity: 16) }
    places = Array(repeating: 0, count: phrases.count)
    super.init(cursors, scoring: scoring)
    start()
  }

  override func frequency() -> Float {
    for index in phrases.indices {
      phrases[index].find(in: positions, into: starts[index])
      if starts[index].count == 0 { return 0 }
      places[index] = 0
    }
    var sum: Float = 0
    while true {
      let window = window()
      var isMinimal = true
      let isLast = !step(past: window.first)
      // What begins later and ends no later lies inside.
      if !isLast, self.window().last <= window.last { isMinimal = false }
      if isMinimal, window.last - window.first <= distance {
        sum += 1 / (1 + Float(max(0, window.last - window.first + 1 - extent)))
      }
      if isLast { return sum }
    }
  }

  /// The stretch from the first of the occurrences at hand to the end of that which ends last.
  private func window() -> (first: Int, last: Int) {
    var first = Int.max
    var last = 0
    for index in phrases.indices {
      let start = unsafe Int(starts[index].base[places[index]])
      first = min(first, start)
      last = max(last, start + phrases[index].length)
    }
    return (first, last)
  }

  /// Goes on with every phrase that begins at a place; false when one has no further occurrence.
  private func step(past first: Int) -> Bool {
    for index in phrases.indices where unsafe Int(starts[index].base[places[index]]) == first {
      places[index] += 1
      if places[index] == starts[index].count { return false }
    }
    return true
  }
}
