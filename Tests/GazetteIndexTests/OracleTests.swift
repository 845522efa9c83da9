import GazetteIndex
import GazetteTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct OracleTests {
  /// How many random histories a test runs, and how many queries it asks after each commit.
  static let histories = 150 * TestScale.factor
  static let queries = 8

  @Test(
    "random histories of an index answer random queries as brute force does",
    arguments: 0..<8 as Range<UInt64>)
  func histories(block: UInt64) throws {
    let first = block * 1_000_000 + Self.seed
    var asked = 0
    var found: [String: Int] = [:]
    for seed in first..<(first + UInt64(Self.histories)) {
      do {
        var history = RandomHistory(seed: seed)
        try history.run(queries: Self.queries)
        asked += history.askedCount
        found.merge(history.foundCounts) { $0 + $1 }
      } catch {
        Issue.record("seed \(seed): \(error)")
        return
      }
    }
    #expect(RandomHistory.kinds.subtracting(found.keys).isEmpty)
    print("seeds from \(first): \(Self.histories) histories, \(asked) queries as brute force")
  }

  /// Histories in which what is preferred took from a score, which searches in parts once forgot.
  @Test("histories that went wrong once go right", arguments: [6_001_229, 7_001_371] as [UInt64])
  func regressions(seed: UInt64) throws {
    var history = RandomHistory(seed: seed)
    try history.run(queries: Self.queries)
  }

  /// The first seed: that of the variable `GAZETTE_SEED`, or 1.
  static let seed: UInt64 =
    getenv("GAZETTE_SEED").flatMap { UInt64(String(cString: $0)) } ?? 1
}
