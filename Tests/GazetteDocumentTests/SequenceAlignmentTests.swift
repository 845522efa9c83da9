import GazetteDocument
import GazetteTestSupport
import Testing

/// The alignment against a table that tries everything.
@Suite struct SequenceAlignmentTests {
  /// The length of the longest common subsequence, by the textbook's table.
  private func length(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var row = [Int](repeating: 0, count: right.count + 1)
    for one in left {
      var diagonal = 0
      for (place, other) in right.enumerated() {
        let above = row[place + 1]
        row[place + 1] = one == other ? diagonal + 1 : max(above, row[place])
        diagonal = above
      }
    }
    return row[right.count]
  }

  private func check(_ left: [UInt32], _ right: [UInt32], _ note: Comment) {
    let matches = SequenceAlignment(left, right).matches
    #expect(matches.count == length(left, right), note)
    for match in matches { #expect(left[match.left] == right[match.right], note) }
    for (one, next) in zip(matches, matches.dropFirst()) {
      #expect(one.left < next.left && one.right < next.right, note)
    }
  }

  @Test("random sequences are aligned as well as they can be", .tags(.property))
  func random() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for round in 0..<400 * TestScale.factor {
      let letters = UInt32.random(in: 1...12, using: &generator)
      let left = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt32.random(in: 0..<letters, using: &generator)
      }
      var right = left
      if round % 2 == 0 {
        right = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
          UInt32.random(in: 0..<letters, using: &generator)
        }
      } else {
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
          let place = Int.random(in: 0...right.count, using: &generator)
          if Bool.random(using: &generator) || place == right.count {
            right.insert(UInt32.random(in: 0..<letters, using: &generator), at: place)
          } else {
            right.remove(at: place)
          }
        }
      }
      check(left, right, "seed \(seed), round \(round): \(left) \(right)")
    }
  }

  @Test("empty, equal, disjoint and one-sided sequences")
  func edges() {
    check([], [], "empty")
    check([1, 2, 3], [1, 2, 3], "equal")
    check([1, 2, 3], [4, 5, 6], "disjoint")
    check([], [1, 2], "one-sided")
    check([1, 1, 1, 1], [1], "repeated")
    check([1, 2], [2, 1], "swapped")
  }

  @Test("twenty thousand elements that share nothing, or all but a few, cost little")
  func large() {
    let left = (0..<20_000).map { UInt32($0) }
    #expect(SequenceAlignment(left, left.map { $0 + 50_000 }).matches.isEmpty)
    let right = left.filter { $0 % 1_000 != 7 }
    #expect(SequenceAlignment(left, right).matches.count == right.count)
  }
}
