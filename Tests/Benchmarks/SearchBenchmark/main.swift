import Foundation
import Gazette

/// Measures warm searches as the product runs them: from the typed words to passages with their matches.
///
///     SearchBenchmark split COLLECTION.tsv FOLDER     id<TAB>title<TAB>text lines to text files, a paragraph a line
///     SearchBenchmark times INDEX QUERIES.jsonl       each query's least time, how much it finds, slowest first
///     SearchBenchmark run INDEX QUERIES.jsonl         one {"query": …} a line; prints percentiles in milliseconds
func split(_ collection: String, into folder: String) throws {
  let data = try Data(contentsOf: URL(fileURLWithPath: collection), options: .alwaysMapped)
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  var number = 0
  var lines = 0
  var text = Data()
  func flush() throws {
    guard !text.isEmpty else { return }
    try text.write(to: URL(fileURLWithPath: folder + "/part-\(number).txt"))
    number += 1
    lines = 0
    text = Data()
  }
  for line in data.split(separator: UInt8(ascii: "\n")) {
    guard let tab = line.lastIndex(of: UInt8(ascii: "\t")) else { continue }
    text += line[(tab + 1)...] + Data("\n\n".utf8)
    lines += 1
    if lines == 500 { try flush() }
  }
  try flush()
}

/// Each query with the least of its times in milliseconds, slowest first.
func times(index: String, queries path: String) throws {
  let search = try PolicySearch(at: index)
  var best: [(query: String, time: Double, count: Int)] = []
  for query in try queries(at: path) {
    var least = Double.infinity
    var count = 0
    for _ in 0..<3 {
      let start = ContinuousClock.now
      count = try search.search(query, limit: 10).totalCount
      let elapsed = (ContinuousClock.now - start).components
      least = min(least, Double(elapsed.seconds) * 1e3 + Double(elapsed.attoseconds) / 1e15)
    }
    best.append((query, least, count))
  }
  for line in best.sorted(by: { $0.time > $1.time }) {
    print((line.time * 1000).rounded() / 1000, line.count, line.query, separator: "\t")
  }
}

func queries(at path: String) throws -> [String] {
  try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return object?["query"] as? String ?? object?["text"] as? String
  }
}

func run(index: String, queries path: String) throws {
  let search = try PolicySearch(at: index)
  let queries = try queries(at: path)
  var times: [Double] = []
  var hits = 0
  for pass in 0..<3 {
    for query in queries {
      let start = ContinuousClock.now
      let results = try search.search(query, limit: 10)
      let elapsed = ContinuousClock.now - start
      if pass > 0 {
        times.append(
          Double(elapsed.components.seconds) * 1e3 + Double(elapsed.components.attoseconds) / 1e15)
      }
      hits += results.hits.count
    }
  }
  times.sort()
  func percentile(_ share: Double) -> Double {
    let value = times[min(times.count - 1, Int(Double(times.count) * share))]
    return (value * 1000).rounded() / 1000
  }
  print(
    """
    {"passages":\(search.searcher.entryCount),"queries":\(queries.count),"hits":\(hits),\
    "p50":\(percentile(0.5)),"p95":\(percentile(0.95)),"p99":\(percentile(0.99)),\
    "max":\(percentile(1))}
    """)
}

let words = CommandLine.arguments
switch words.dropFirst().first {
case "split" where words.count == 4: try split(words[2], into: words[3])
case "run" where words.count == 4: try run(index: words[2], queries: words[3])
case "times" where words.count == 4: try times(index: words[2], queries: words[3])
default:
  print("SearchBenchmark split COLLECTION.tsv FOLDER | (run | times) INDEX QUERIES.jsonl")
  exit(2)
}
