/// Finds where a sequence of words stands in a longer one with the fewest words changed, left out or put in.
///
/// The bit-parallel automaton of G. Myers, "A Fast Bit-Vector Algorithm for Approximate String Matching", Journal of the ACM 46
/// (1999), in the blocks of H. Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances" (2003): for
/// each place of the text the least distance of a stretch that ends there. Costs O(n ⌈m / 64⌉) for m words sought in n.
package struct ApproximateMatch: Sendable, Hashable {
  /// The stretch of the longer sequence.
  package let range: Range<Int>
  /// How many words are changed, left out or put in.
  package let distance: Int

  /// The nearest stretch, the first of several; `nil` when either sequence is empty.
  package static func nearest(to wanted: [UInt64], in text: [UInt64]) -> ApproximateMatch? {
    guard !wanted.isEmpty, !text.isEmpty else { return nil }
    guard let end = leastEnd(of: wanted, in: text) else { return nil }
    // Read backwards from its end the stretch begins where the distance is least again.
    let reversedText = Array(text[..<end.place].reversed().prefix(wanted.count + end.distance + 1))
    let start = leastEnd(of: wanted.reversed(), in: reversedText, isAnchored: true)
    let length = start?.place ?? min(wanted.count, end.place)
    return ApproximateMatch(range: end.place - length..<end.place, distance: end.distance)
  }

  /// The end of the stretch with the least distance, as the number of words up to it.
  ///
  /// - Parameters:
  ///   - wanted: The words sought.
  ///   - text: Where they are sought.
  ///   - isAnchored: Whether the stretch must begin with the text.
  /// - Returns: The end and the distance; `nil` for an empty text.
  private static func leastEnd(
    of wanted: [UInt64], in text: [UInt64], isAnchored: Bool = false
  ) -> (place: Int, distance: Int)? {
    let blocks = (wanted.count + 63) / 64
    var masks: [UInt64: [UInt64]] = [:]
    for (place, word) in wanted.enumerated() {
      masks[word, default: Array(repeating: 0, count: blocks)][place / 64] |=
        1 << UInt64(place % 64)
    }
    let none = [UInt64](repeating: 0, count: blocks)
    var rises = [UInt64](repeating: .max, count: blocks)
    var falls = none
    let last = UInt64(1) << UInt64((wanted.count - 1) % 64)
    var score = wanted.count
    var best: (place: Int, distance: Int)?
    for (place, word) in text.enumerated() {
      let mask = masks[word] ?? none
      // What comes in at the first row: a stretch may begin anywhere, or only with the text.
      var risesIn: UInt64 = isAnchored ? 1 : 0
      var fallsIn: UInt64 = 0
      for block in 0..<blocks {
        let matches = mask[block]
        let vertical = matches | falls[block]
        let matchesIn = matches | fallsIn
        let diagonal =
          (((matchesIn & rises[block]) &+ rises[block]) ^ rises[block]) | matchesIn
        var risesOut = falls[block] | ~(diagonal | rises[block])
        var fallsOut = rises[block] & diagonal
        if block == blocks - 1 {
          if risesOut & last != 0 { score += 1 }
          if fallsOut & last != 0 { score -= 1 }
        }
        let (carryRise, carryFall) = (risesOut >> 63, fallsOut >> 63)
        risesOut = risesOut << 1 | risesIn
        fallsOut = fallsOut << 1 | fallsIn
        rises[block] = fallsOut | ~(vertical | risesOut)
        falls[block] = risesOut & vertical
        (risesIn, fallsIn) = (carryRise, carryFall)
      }
      if score < best?.distance ?? .max { best = (place + 1, score) }
    }
    return best
  }
}
