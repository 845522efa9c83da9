/// The distinct terms of a phrase in the order of their first places, and the offsets at which each stands.
struct Phrase {
  /// The bytes of each distinct term.
  private(set) var terms: [[UInt8]] = []
  /// For each distinct term its distinct offsets, counted from the least offset of the phrase.
  private(set) var offsets: [[UInt32]] = []

  /// Takes a phrase apart; `nil` when its offsets lie so far apart that no text can match.
  init?(_ phrase: [PhraseTerm]) {
    let least = phrase.map(\.offset).min() ?? 0
    var places: [[UInt8]: Int] = [:]
    for term in phrase {
      let (distance, overflow) = term.offset.subtractingReportingOverflow(least)
      guard !overflow, let offset = UInt32(exactly: distance) else { return nil }
      let place = places[term.bytes] ?? terms.count
      if place == terms.count {
        places[term.bytes] = place
        terms.append(term.bytes)
        offsets.append([])
      }
      if !offsets[place].contains(offset) { offsets[place].append(offset) }
    }
  }
}
