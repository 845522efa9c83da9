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
//   gazette-bench invent SEED PASSAGES                passages of invented words, to standard output
//   gazette-bench ask term|and|or|phrase              queries for them, a line each
//   gazette-bench vary SEED PASSAGES CORPUS.tsv       a corpus of any size that grows out of another
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
case "invent" where arguments.count > 3:
  var corpus = InventedCorpus(seed: UInt64(arguments[2]) ?? 1)
  for number in 0..<(Int(arguments[3]) ?? 0) { print(corpus.passage(number)) }
case "ask":
  for query in InventedCorpus.queries(arguments[2]) { print(query) }
case "vary" where arguments.count > 4:
  guard let corpus = VariedCorpus(path: arguments[4]) else {
    print("there is no \(arguments[4])")
    exit(1)
  }
  corpus.print(Int(arguments[3]) ?? 0, seed: UInt64(arguments[2]) ?? 1)
default:
  print("usage: gazette-bench index|serve|queries|invent|ask|vary …")
  exit(2)
}
