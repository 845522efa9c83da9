/// The distinct terms of a phrase in the order of their first places, and the offsets at which each stands.
struct Phrase {
  /// The bytes of each distinct term.
  private(set) var terms: [[UInt8]] = []
  /// Each distinct term with each of its distinct offsets, counted from the least offset of the phrase.
  private(set) var places: [(term: Int, offset: UInt32)] = []
  /// Up to how many terms are compared with each other: few are compared sooner than hashed.
  private static let comparedCount = 16

  /// Takes a phrase apart; `nil` when its offsets lie so far apart that no text can match.
  init?(_ phrase: [PhraseTerm]) {
    guard var least = phrase.first?.offset else { return }
    for term in phrase { least = min(least, term.offset) }
    terms.reserveCapacity(phrase.count)
    places.reserveCapacity(phrase.count)
    var numbers: [[UInt8]: Int] = [:]
    for term in phrase {
      let (distance, overflow) = term.offset.subtractingReportingOverflow(least)
      guard !overflow, let offset = UInt32(exactly: distance) else { return nil }
      let number =
        phrase.count <= Self.comparedCount ? terms.firstIndex(of: term.bytes) : numbers[term.bytes]
      if let number {
        if !places.contains(where: { $0.term == number && $0.offset == offset }) {
          places.append((number, offset))
        }
      } else {
        if phrase.count > Self.comparedCount { numbers[term.bytes] = terms.count }
        places.append((terms.count, offset))
        terms.append(term.bytes)
      }
    }
  }
}
