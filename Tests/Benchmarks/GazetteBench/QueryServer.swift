import GazetteAnalysis
import GazetteIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Answers `COMMAND<TAB>QUERY` lines of standard input with `RESULT<TAB>NANOSECONDS`.
struct QueryServer {
  private let searcher: Searcher
  private var parser = BenchmarkQuery(field: field)

  init(folder: String) throws {
    searcher = try SearchIndex(at: folder, analyzer: .plain).searcher()
  }

  mutating func run() throws {
    let searcher = searcher
    while let line = readLine() {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2 else {
        answer("UNSUPPORTED", 0)
        continue
      }
      let query = Array(parts[1].utf8)
      switch parts[0] {
      case "TOP_10": try measured(query) { try Self.best($0, searcher).count }
      case "COUNT": try measured(query) { try searcher.count($0) }
      case "TOP_10_COUNT": try measured(query) { try searcher.search($0, limit: 10).totalCount }
      case "DOCS_10":
        let hits = try Self.best(parser.parse(query[...]), searcher)
        answer(hits.map { "\(documentNumber(of: $0)):\($0.score)" }.joined(separator: " "), 0)
      default: answer("UNSUPPORTED", 0)
      }
    }
  }

  private static func best(_ query: Query, _ searcher: Searcher) throws -> [Hit] {
    try searcher.best(query, limit: 10)
  }

  /// The number of the line that a hit's entry was.
  private func documentNumber(of hit: Hit) -> Int {
    var number = Int(hit.docID)
    for segment in searcher.segmentSummaries[..<hit.segment] { number += segment.entryCount }
    return number
  }

  private mutating func measured(_ query: [UInt8], _ body: (Query) throws -> Int) throws {
    let start = ContinuousClock.now
    let result = try body(parser.parse(query[...]))
    let duration = ContinuousClock.now - start
    answer("\(result)", duration.nanoseconds)
  }

  private func answer(_ result: String, _ nanoseconds: Int64) {
    print("\(result)\t\(nanoseconds)")
    fflush(nil)
  }
}
