import GazetteIndex

/// Asks a set of queries of an index, checks the counts, and prints the times by type in microseconds.
struct QueryRun {
  let folder: String
  let queries: String
  let passes: Int

  func run() throws {
    let searcher = try SearchIndex(at: folder).searcher()
    var set: [BenchmarkQuery] = []
    let file = Corpus(path: queries, limit: .max)
    for index in file.texts.indices {
      let line = String(decoding: file.text(index), as: UTF8.self)
      if let query = BenchmarkQuery(line: line) { set.append(query) }
    }
    print("\(searcher.entryCount) entries, \(set.count) queries")
    var wrong = 0
    for query in set {
      let parsed = BenchmarkQuery.parse(query.text, field: field)
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
    _ query: BenchmarkQuery, _ searcher: Searcher, _ isCount: Bool
  ) throws -> Double {
    var times: [Double] = []
    for _ in 0..<passes {
      let start = ContinuousClock.now
      let parsed = BenchmarkQuery.parse(query.text, field: field)
      if isCount {
        _ = try searcher.count(parsed)
      } else {
        _ = try searcher.search(parsed, limit: 10)
      }
      times.append(Double((ContinuousClock.now - start).nanoseconds) / 1000)
    }
    return times.sorted()[passes / 2]
  }
}
