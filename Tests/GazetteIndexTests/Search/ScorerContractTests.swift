import GazetteTestSupport
import Testing

@testable import GazetteIndex

/// Every kind of scorer, alone and nested, keeps what `Scorer` promises.
@Suite struct ScorerContractTests {
  @Test("scorers of random queries walk, skip and score alike", arguments: 1..<7 as Range<UInt64>)
  func contract(block: UInt64) throws {
    for seed in (block * 1000 + OracleTests.seed)..<(block * 1000 + OracleTests.seed + 25) {
      var history = RandomHistory(seed: seed)
      try history.run(queries: 0)
      let searcher = try SearchIndex(at: history.folder.path).searcher()
      var content = history.content
      for _ in 0..<12 {
        let query = content.query()
        for segment in 0..<searcher.segmentCount {
          try check(query, searcher, segment, &content.generator, seed)
        }
      }
    }
  }

  private func make(_ query: Query, _ searcher: Searcher, _ segment: Int) throws -> Scorer? {
    try searcher.compiler(for: query).scorer(for: query, in: segment)
  }

  private func check(
    _ query: Query, _ searcher: Searcher, _ segment: Int, _ generator: inout SeededGenerator,
    _ seed: UInt64
  ) throws {
    guard let walk = try make(query, searcher, segment) else { return }
    var docIDs: [UInt32] = []
    var scores: [Double] = []
    while walk.docID != Scorer.end {
      docIDs.append(walk.docID)
      scores.append(walk.score())
      guard walk.score() == scores[scores.count - 1] else {
        throw RandomHistory.Difference(
          description: "seed \(seed): a second score differs, \(query)")
      }
      walk.next()
    }
    let entryCount = UInt32(searcher.segments[segment].segment.entryCount)
    guard zip(docIDs, docIDs.dropFirst()).allSatisfy({ $0 < $1 }), docIDs.last ?? 0 <= entryCount
    else {
      throw RandomHistory.Difference(description: "seed \(seed): DocIDs do not rise, \(query)")
    }
    try checkSeeking(query, searcher, segment, Array(zip(docIDs, scores)), &generator, seed)
    for _ in 0..<4 {
      guard let skipping = try make(query, searcher, segment) else { return }
      var place = 0
      while skipping.docID != Scorer.end {
        guard place < docIDs.count, skipping.docID == docIDs[place],
          generator.once(in: 2) || skipping.score() == scores[place]
        else {
          throw RandomHistory.Difference(
            description: "seed \(seed): \(skipping.docID) at \(place), \(query)")
        }
        if generator.once(in: 3) {
          skipping.next()
          place += 1
        } else {
          let target = skipping.docID + UInt32(generator.below(generator.once(in: 4) ? 300 : 4))
          skipping.advance(to: target)
          while place < docIDs.count, docIDs[place] < target { place += 1 }
        }
      }
      if place != docIDs.count {
        throw RandomHistory.Difference(description: "seed \(seed): ends at \(place), \(query)")
      }
    }
  }

  /// A scorer that is asked about one entry after the other says of each whether it matches, and what it scores.
  private func checkSeeking(
    _ query: Query, _ searcher: Searcher, _ segment: Int, _ matches: [(UInt32, Double)],
    _ generator: inout SeededGenerator, _ seed: UInt64
  ) throws {
    let known = Dictionary(uniqueKeysWithValues: matches)
    let greatest = try make(query, searcher, segment)?.greatestScore ?? 0
    guard matches.allSatisfy({ $0.1 <= greatest }) else {
      throw RandomHistory.Difference(
        description: "seed \(seed): scores above \(greatest), \(query)")
    }
    guard let seeking = try make(query, searcher, segment) else { return }
    var target = UInt32(generator.below(3))
    while target < UInt32(searcher.segments[segment].segment.entryCount) {
      let found = seeking.seek(target, reaching: -.infinity)
      guard found == (known[target] != nil), !found || seeking.score() == known[target] else {
        throw RandomHistory.Difference(
          description: "seed \(seed): \(target) sought, \(found), \(query)")
      }
      if generator.once(in: 3) { continue }
      target += 1 + UInt32(generator.below(4))
    }
  }
}
