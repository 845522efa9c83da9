import GazetteIndex
import Glibc

// Measures indexing and searching:
//   EngineBenchmark index CORPUS.tsv FOLDER [THREADS] [LIMIT] [stems]
//   EngineBenchmark queries FOLDER QUERIES.jsonl [PASSES]
//   EngineBenchmark serve FOLDER
// `index` and `serve` speak the protocol of the side-by-side benchmark of engines.

let arguments = CommandLine.arguments
let field = FieldID(rawValue: 0)

switch arguments.count > 2 ? arguments[1] : "" {
case "index" where arguments.count > 3:
  try await IndexingRun(
    corpus: arguments[2], folder: arguments[3],
    threads: arguments.count > 4 ? Int(arguments[4]) ?? 1 : 1,
    limit: arguments.count > 5 ? Int(arguments[5]) ?? 0 : 0, hasStems: arguments.contains("stems")
  ).run()
case "queries" where arguments.count > 3:
  try QueryRun(
    folder: arguments[2], queries: arguments[3],
    passes: arguments.count > 4 ? Int(arguments[4]) ?? 5 : 5
  ).run()
case "serve":
  try serve(folder: arguments[2])
default:
  print("usage: EngineBenchmark index|queries|serve …")
  exit(2)
}

/// Answers `COMMAND<TAB>QUERY` lines with `RESULT<TAB>NANOSECONDS`.
func serve(folder: String) throws {
  let searcher = try SearchIndex(at: folder).searcher()
  while let line = readLine() {
    let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      print("UNSUPPORTED\t0")
      continue
    }
    let start = ContinuousClock.now
    let query = BenchmarkQuery.parse(parts[1], field: field)
    var result = "UNSUPPORTED"
    switch parts[0] {
    case "TOP_10": result = try "\(searcher.search(query, limit: 10).count)"
    case "COUNT": result = try "\(searcher.count(query))"
    case "TOP_10_COUNT": result = try "\(searcher.search(query, limit: 10).totalCount)"
    case "DOCS_10":
      result = try searcher.search(query, limit: 10).map { "\($0.docID):\($0.score)" }
        .joined(separator: " ")
    default: break
    }
    print("\(result)\t\((ContinuousClock.now - start).nanoseconds)")
    fflush(nil)
  }
}
