import GazetteTestSupport
import Testing

@testable import GazetteIndex

@Suite struct MergePolicyTests {
  @Test("many commits leave at most ten segments and copy each entry a few times")
  func bounds() {
    var generator = SeededGenerator(seed: 5)
    let policy = MergePolicy()
    var segments: [Int] = []
    var added = 0
    var copied = 0
    for _ in 0..<20_000 {
      let size = generator.once(in: 50) ? generator.below(5000) : 1 + generator.below(60)
      segments.append(size)
      added += size
      for range in policy.merges(live: segments, deleted: segments.map { _ in 0 }).reversed() {
        let sum = segments[range].reduce(0, +)
        copied += sum
        segments.replaceSubrange(range, with: [sum])
      }
      #expect(segments.count <= 10)
    }
    #expect(segments.reduce(0, +) == added)
    #expect(Double(copied) / Double(added) < 16)
  }

  @Test("a segment with many deletions is rewritten, and with few it is not")
  func deletions() {
    let policy = MergePolicy()
    #expect(policy.merges(live: [100_000], deleted: [10_000]).isEmpty)
    #expect(policy.merges(live: [100_000], deleted: [60_000]) == [0..<1])
    #expect(policy.merges(live: [100_000, 30_000], deleted: [60_000, 0]) == [0..<1])
    #expect(policy.merges(live: [], deleted: []).isEmpty)
  }
}
