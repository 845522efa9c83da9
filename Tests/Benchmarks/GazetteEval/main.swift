import Foundation
import Gazette
import GazetteDocument
import GazetteSearch

/// Measures how well questions are answered, on any collection with judgements.
///
///     gazette-eval FOLDER [--save RUN] [--per-query] [--half even|odd]     asks every question as it would be typed
///     gazette-eval --table QUERIES.tsv CORPUS                              queries with the passage that answers each
///     gazette-eval FOLDER --compare RUN OTHER                              two runs, with a paired randomisation test
///
/// The documents are indexed and the questions answered by the product's own path; a document is as good as its best passage.
struct Evaluation {
  let collection: TestCollection
  /// Places of queries that are counted, of every two.
  var half: Int?

  /// The judged queries in their order.
  var judged: [TestCollection.Query] {
    collection.queries.enumerated().filter { place, query in
      (half == nil || place % 2 == half)
        && collection.grades[query.id]?.contains { $0.value > 0 } ?? false
    }.map(\.element)
  }

  /// Indexes the documents and asks all questions.
  func run() throws -> RankedRun {
    let scratch = FileManager.default.temporaryDirectory.path + "/gazette-eval-\(getpid())"
    try FileManager.default.createDirectory(
      atPath: scratch + "/docs", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let ids = try collection.writeDocuments(to: scratch + "/docs/docs.jsonl")
    _ = try CorpusIndexing(
      of: Corpus(at: scratch + "/docs"), at: scratch + "/index"
    ).run()
    let search = try PolicySearch(at: scratch + "/index")
    var run = RankedRun()
    let start = ContinuousClock.now
    var partial = 0
    for query in judged {
      let (documents, isPartial) = try documents(for: query.text, in: search)
      if isPartial { partial += 1 }
      run.documents[query.id] = documents.compactMap { name in
        Int(name.drop { !$0.isNumber }).flatMap { ids.indices.contains($0) ? ids[$0] : nil }
      }
    }
    let elapsed = (ContinuousClock.now - start) / max(1, judged.count)
    print(
      "\(search.searcher.entryCount) passages, \(judged.count) queries, \(partial) of them answered in part, \(elapsed) each"
    )
    return run
  }

  /// The names of the hundred best documents.
  private func documents(
    for text: String, in search: PolicySearch
  ) throws -> (names: [String], isPartial: Bool) {
    var limit = 150
    while true {
      let results = try search.search(text, limit: limit)
      var names: [String] = []
      var seen: Set<String> = []
      for hit in results.hits {
        let name = String(hit.passage.document.id.name.split(separator: "/").last ?? "")
        if seen.insert(name).inserted { names.append(name) }
      }
      if names.count >= 100 || results.hits.count < limit {
        return (Array(names.prefix(100)), results.isPartial)
      }
      limit *= 4
    }
  }

  func measures(of run: RankedRun) -> [Measures] {
    judged.map {
      Measures(of: run.documents[$0.id] ?? [], grades: collection.grades[$0.id] ?? [:])
    }
  }
}

func line(_ name: String, _ measures: Measures) -> String {
  func four(_ value: Double) -> String { String(format: "%.4f", value) }
  return
    "\(name)\tnDCG@10 \(four(measures.nDCG))\tMRR@10 \(four(measures.reciprocalRank))\trecall@100 \(four(measures.recall))"
}

func value(of option: String, in words: [String]) -> String? {
  words.firstIndex(of: option).flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
}

let words = CommandLine.arguments
guard words.count > 1 else {
  print("gazette-eval FOLDER [--save RUN] [--per-query] [--half even|odd] [--compare RUN OTHER]")
  exit(2)
}
if words[1] == "--table", words.count > 3 {
  for row in try QueryTable(readingFrom: words[2]).reciprocalRanks(over: words[3]) {
    print("\(row.kind)\tMRR@10 \(String(format: "%.4f", row.mean))\tover \(row.count)")
  }
  exit(0)
}
var evaluation = Evaluation(collection: try TestCollection(at: words[1]))
evaluation.half = value(of: "--half", in: words).map { $0 == "even" ? 0 : 1 }
if let place = words.firstIndex(of: "--compare"), place + 2 < words.count {
  let runs = try words[(place + 1)...(place + 2)].map { try RankedRun(readingFrom: $0) }
  let (first, second) = (evaluation.measures(of: runs[0]), evaluation.measures(of: runs[1]))
  print(line(words[place + 1], Measures.mean(of: first)))
  print(line(words[place + 2], Measures.mean(of: second)))
  let differences = zip(first, second).map { $1.nDCG - $0.nDCG }
  let mean = differences.reduce(0, +) / Double(max(1, differences.count))
  print(
    String(
      format: "nDCG@10 difference %+.4f, p = %.5f", mean, Measures.randomisation(differences)))
} else {
  let run = try evaluation.run()
  let measures = evaluation.measures(of: run)
  if words.contains("--per-query") {
    for (query, found) in zip(evaluation.judged, measures) { print(line(query.id, found)) }
  }
  print(line("all", Measures.mean(of: measures)))
  if let path = value(of: "--save", in: words) { try run.write(to: path) }
}
