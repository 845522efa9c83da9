import Foundation
import Gazette
import GazetteTestSupport
import Testing

/// Random and damaged queries through the whole search over the corpus, a hundred thousand of them in a soak.
@Suite struct SearchFuzzTests {
  @Test("No query stops a search, and its counts agree with each other")
  func queries() throws {
    let folder = try ScratchFolder()
    _ = try CorpusIndexing(of: Corpus(at: ProjectFolder.corpus), at: folder.path + "/index").run()
    let search = try PolicySearch(at: folder.path + "/index")
    let seed = UInt64.random(in: 0..<UInt64.max)
    let count = 500 * TestScale.factor * TestScale.factor * (TestScale.factor > 1 ? 2 : 1)
    var texts = QueryMutations(seed: seed, models: try QueryMutations.models())
    var random = SeededGenerator(seed: seed)
    let start = Date()
    var tally = Tally()
    for round in 0..<count {
      let text = texts.next(round)
      do {
        try check(text, in: search, &random, &tally)
      } catch let error as LookupError {
        guard case .noConcept = error else { throw error }
        tally.unknown += 1
      } catch {
        Issue.record("seed \(seed), round \(round): \(error): \(text.debugDescription)")
        return
      }
      if let fault = tally.fault {
        Issue.record("seed \(seed), round \(round): \(fault): \(text.debugDescription)")
        return
      }
    }
    print(
      "search fuzz: seed \(seed), \(count) queries, \(tally.found) found something, "
        + "\(tally.partial) in part, \(tally.unknown) named no concept, "
        + "\(Int(Date().timeIntervalSince(start))) s")
    #expect(tally.found > count / 20)
  }

  private struct Tally {
    var found = 0
    var partial = 0
    var unknown = 0
    var fault: String?
  }

  private func check(
    _ text: String, in search: PolicySearch, _ random: inout SeededGenerator, _ tally: inout Tally
  ) throws {
    let limit = 1 + random.below(12)
    let results = try search.search(
      text, limit: limit, offset: random.below(3) * limit, literally: random.once(in: 5),
      explaining: random.once(in: 4), counting: true)
    if results.totalCount > 0 { tally.found += 1 }
    if results.isPartial, results.totalCount > 0 { tally.partial += 1 }
    if results.isPartial || results.totalCount == 0 {
      _ = try search.suggestions(for: results.query)
    }
    if results.hits.count > limit || results.hits.count > results.totalCount {
      tally.fault =
        "\(results.hits.count) of \(results.totalCount) hits where \(limit) are asked for"
    }
    for facet in results.facets where facet.name == .language {
      let sum = facet.counts.reduce(0) { max($0, $1.count) }
      if sum > results.totalCount { tally.fault = "a facet counts \(sum) of \(results.totalCount)" }
    }
    for hit in results.hits {
      let snippet = hit.snippet
      let words = snippet.lines.flatMap { $0.pieces.map(\.text) }.joined()
      if words.isEmpty { tally.fault = "an empty snippet" }
      let bytes = hit.passage.passage.span.bytes
      for span in hit.matches.compactMap(\.span)
      where span.bytes.lowerBound < bytes.lowerBound || span.bytes.upperBound > bytes.upperBound {
        tally.fault = "a match outside of its passage"
      }
    }
  }
}
