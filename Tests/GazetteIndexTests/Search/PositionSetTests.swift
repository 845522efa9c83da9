import GazetteTestSupport
import Testing

@testable import GazetteIndex

@Suite struct PositionSetTests {
  private func deltas(_ positions: [UInt32]) -> [UInt32] {
    positions.indices.map { $0 == 0 ? positions[0] : positions[$0] - positions[$0 - 1] }
  }

  @Test("it counts what sets of numbers count, used again and again", arguments: 0..<40)
  func counts(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let set = PositionSet()
    for _ in 0..<100 {
      let limit = generator.once(in: 6) ? 9000 : 20 + generator.below(700)
      let terms = (0..<(2 + generator.below(3))).map { _ in
        let count = 1 + generator.below(40)
        return Array(Set((0..<count).map { _ in UInt32(generator.below(limit)) })).sorted()
      }
      let distances = terms.map { _ in UInt32(generator.below(6)) }
      let moved = zip(terms, distances).map { term, distance in Set(term.map { $0 + distance }) }
      var expected = moved[0]
      var fits = moved[0].allSatisfy { $0 < PositionSet.limit }
      let taken = deltas(terms[0]).withUnsafeBufferPointer {
        set.begin($0, movedBy: distances[0])
      }
      #expect(taken == fits)
      for place in terms.indices.dropFirst() where fits {
        expected.formIntersection(moved[place])
        fits = moved[place].allSatisfy { $0 < PositionSet.limit }
        let count = deltas(terms[place]).withUnsafeBufferPointer {
          place < terms.count - 1
            ? set.keep($0, movedBy: distances[place]) : set.count($0, movedBy: distances[place])
        }
        #expect(count == (fits ? expected.count : nil))
      }
    }
  }
}
