import GazetteAnalysis
import GazetteIndex

/// Asks a set of queries of an index, checks the counts, and prints the times by type in microseconds.
struct QueryRun {
  let folder: String
  let queries: String
  let passes: Int

  func run() throws {
    let searcher = try SearchIndex(at: folder, analyzer: .plain).searcher()
    var set: [QueryLine] = []
    guard
      var reader = CorpusReader(path: queries, range: 0..<CorpusReader.size(of: queries))
    else { return print("there is no \(queries)") }
    while let batch = reader.next() {
      for line in String(decoding: batch.bytes, as: UTF8.self).split(separator: "\n") {
        if let query = QueryLine(String(line)) { set.append(query) }
      }
    }
    reader.close()
    var parser = BenchmarkQuery(field: field)
    print("\(searcher.entryCount) entries, \(set.count) queries")
    var wrong = 0
    for query in set {
      let parsed = parser.parse(Array(query.text.utf8)[...])
      let count = try searcher.count(parsed)
      let total = try searcher.search(parsed, limit: 10).totalCount
      if count != query.count || total != query.count {
        wrong += 1
        if wrong < 6 { print("\(query.text): counted \(count), \(total), not \(query.count)") }
      }
    }
    print("wrong counts: \(wrong)")
    for (name, isCount) in [("TOP_10", false), ("COUNT", true)] {
      for type in Set(set.map(\.type)).sorted() {
        let chosen = set.filter { $0.type == type }
        let times = try chosen.map { try time($0, searcher, isCount) }.sorted()
        let mean = times.reduce(0, +) / Double(times.count)
        func quantile(_ part: Double) -> Int { Int(times[Int(Double(times.count - 1) * part)]) }
        print(
          "\(name) \(type): p50 \(quantile(0.5)) p95 \(quantile(0.95)) p99 \(quantile(0.99))"
            + " mean \(Int(mean)) µs")
      }
    }
  }

  /// The median of the passes.
  private func time(
    _ query: QueryLine, _ searcher: Searcher, _ isCount: Bool
  ) throws -> Double {
    var times: [Double] = []
    var parser = BenchmarkQuery(field: field)
    let text = Array(query.text.utf8)
    for _ in 0..<passes {
      let start = ContinuousClock.now
      let parsed = parser.parse(text[...])
      if isCount {
        _ = try searcher.count(parsed)
      } else {
        _ = try searcher.best(parsed, limit: 10)
      }
      times.append(Double((ContinuousClock.now - start).nanoseconds) / 1000)
    }
    return times.sorted()[passes / 2]
  }
}
