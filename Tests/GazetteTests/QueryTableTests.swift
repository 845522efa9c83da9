import Foundation
import Gazette
import GazetteDocument
import GazetteTestSupport
import Testing

/// Queries of our own over the corpus find the passages that answer them, kind by kind.
@Suite struct QueryTableTests {
  private struct Entry {
    let kind: String
    let query: String
    let document: String
    /// Words of the passage; `*` where any of the document will do.
    let words: String

    func answers(_ hit: PolicyHit) -> Bool {
      guard hit.passage.document.id.name == document else { return false }
      return words == "*" || Entry.dense(hit.passage.text).contains(Entry.dense(words))
    }

    private static func dense(_ text: String) -> String {
      String(text.filter { !$0.isWhitespace })
    }
  }

  /// What each kind reaches at least: the mean reciprocal rank within ten, in thousandths.
  private static let floors = [
    "words": 905, "phrase": 980, "tag": 1000, "number": 890, "fields": 800,
    "question": 690, "across": 660,
  ]

  private static func entries() throws -> [Entry] {
    let path = ProjectFolder.top + "/Tests/Annotations/queries/corpus.tsv"
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let cells = line.split(separator: "\t").map(String.init)
        try #require(cells.count == 4, "\(line)")
        return Entry(kind: cells[0], query: cells[1], document: cells[2], words: cells[3])
      }
  }

  @Test("The table of queries over the corpus reaches its floors")
  func table() throws {
    let folder = try ScratchFolder()
    _ = try CorpusIndexing(of: Corpus(at: ProjectFolder.corpus), at: folder.path + "/index").run()
    let search = try PolicySearch(at: folder.path + "/index")
    let entries = try Self.entries()
    #expect(entries.count >= 200)
    var scores: [String: (sum: Double, count: Int)] = [:]
    for entry in entries {
      let hits = try search.search(entry.query, limit: 10).hits
      let rank = hits.firstIndex(where: entry.answers).map { $0 + 1 }
      if rank != 1 {
        print("query table: \(rank.map(String.init) ?? "-") \(entry.kind): \(entry.query)")
      }
      scores[entry.kind, default: (0, 0)].sum += rank.map { 1 / Double($0) } ?? 0
      scores[entry.kind, default: (0, 0)].count += 1
    }
    #expect(Set(scores.keys) == Set(Self.floors.keys))
    for (kind, score) in scores.sorted(by: { $0.key < $1.key }) {
      let mean = score.sum / Double(score.count)
      print("query table: \(kind) MRR@10 \(String(format: "%.3f", mean)) over \(score.count)")
      #expect(mean * 1000 >= Double(Self.floors[kind] ?? 1000), "\(kind)")
    }
  }
}
