import GazetteQuotations
import GazetteTestSupport
import Testing

/// The bit-parallel search agrees with the table of Sellers.
@Suite struct ApproximateMatchTests {
  /// The least distance of any stretch of a text, by the whole table of Sellers (1980).
  private static func least(_ wanted: [UInt64], _ text: [UInt64]) -> Int {
    var column = Array(0...wanted.count)
    var best = wanted.count
    for word in text {
      var diagonal = column[0]
      for row in 1...wanted.count {
        let own = min(
          column[row] + 1, column[row - 1] + 1, diagonal + (wanted[row - 1] == word ? 0 : 1))
        diagonal = column[row]
        column[row] = own
      }
      best = min(best, column[wanted.count])
    }
    return best
  }

  /// The distance of two sequences.
  private static func distance(_ left: [UInt64], _ right: [UInt64]) -> Int {
    var column = Array(0...left.count)
    for (place, word) in right.enumerated() {
      var diagonal = column[0]
      column[0] = place + 1
      for row in 1...left.count {
        let own = min(
          column[row] + 1, column[row - 1] + 1, diagonal + (left[row - 1] == word ? 0 : 1))
        diagonal = column[row]
        column[row] = own
      }
    }
    return column[left.count]
  }

  @Test("the distance is the least of all stretches, and the stretch has it")
  func oracle() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<600 * TestScale.factor {
      let letters = UInt64.random(in: 2...9, using: &random)
      let text = (0..<Int.random(in: 1...300, using: &random)).map { _ in
        UInt64.random(in: 0..<letters, using: &random)
      }
      var wanted = (0..<Int.random(in: 1...200, using: &random)).map { _ in
        UInt64.random(in: 0..<letters, using: &random)
      }
      if Bool.random(using: &random), text.count > 20 {
        let start = Int.random(in: 0..<text.count - 10, using: &random)
        wanted = Array(text[start..<min(text.count, start + wanted.count)])
        for _ in 0..<Int.random(in: 0...4, using: &random) where wanted.count > 2 {
          let place = Int.random(in: 0..<wanted.count, using: &random)
          if Bool.random(using: &random) { wanted.remove(at: place) } else { wanted[place] = 77 }
        }
      }
      let found = try #require(ApproximateMatch.nearest(to: wanted, in: text))
      #expect(found.distance == Self.least(wanted, text), "seed \(seed)")
      #expect(
        Self.distance(wanted, Array(text[found.range])) == found.distance, "seed \(seed)")
    }
    #expect(ApproximateMatch.nearest(to: [], in: [1]) == nil)
    #expect(ApproximateMatch.nearest(to: [1], in: []) == nil)
  }
}
