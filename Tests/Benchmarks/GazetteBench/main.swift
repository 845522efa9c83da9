import GazetteIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Measures the engine side by side with others:
//   gazette-bench index CORPUS.tsv FOLDER [THREADS] [LIMIT] [standard]
//   gazette-bench serve FOLDER
//   gazette-bench queries FOLDER QUERIES.jsonl [PASSES]
// `index` and `serve` are what the harness calls, `queries` a quick look without it.

let arguments = CommandLine.arguments
let field = FieldID(rawValue: 0)

switch arguments.count > 2 ? arguments[1] : "" {
case "index" where arguments.count > 3:
  try await IndexingRun(
    corpus: arguments[2], folder: arguments[3],
    threads: arguments.count > 4 ? Int(arguments[4]) ?? 1 : 1,
    limit: arguments.count > 5 ? Int(arguments[5]) ?? 0 : 0,
    isStandard: arguments.last == "standard"
  ).run()
case "serve":
  var server = try QueryServer(folder: arguments[2])
  try server.run()
case "queries" where arguments.count > 3:
  try QueryRun(
    folder: arguments[2], queries: arguments[3],
    passes: arguments.count > 4 ? Int(arguments[4]) ?? 5 : 5
  ).run()
default:
  print("usage: gazette-bench index|serve|queries …")
  exit(2)
}
