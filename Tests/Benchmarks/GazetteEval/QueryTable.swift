import Foundation
import Gazette

/// Queries with the passage that answers each: kind, query, document, words of the passage (`*` for any), a tab between.
struct QueryTable {
  private let rows: [[String]]

  init(readingFrom path: String) throws {
    rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t").map(String.init) }
      .filter { $0.count == 4 }
  }

  /// Indexes a corpus, asks every query, and gives the mean reciprocal rank within ten of each kind.
  func reciprocalRanks(over corpus: String) throws -> [(kind: String, mean: Double, count: Int)] {
    let scratch = FileManager.default.temporaryDirectory.path + "/gazette-eval-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    _ = try CorpusIndexing(of: Corpus(at: corpus), at: scratch).run()
    let search = try PolicySearch(at: scratch)
    var ranks: [String: [Double]] = [:]
    for row in rows {
      let hits = try search.search(row[1], limit: 10).hits
      let rank = hits.firstIndex { hit in
        hit.passage.document.id.name == row[2]
          && (row[3] == "*" || Self.dense(hit.passage.text).contains(Self.dense(row[3])))
      }
      ranks[row[0], default: []].append(rank.map { 1 / Double($0 + 1) } ?? 0)
    }
    return ranks.sorted { $0.key < $1.key }.map {
      ($0.key, $0.value.reduce(0, +) / Double($0.value.count), $0.value.count)
    }
  }

  private static func dense(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace })
  }
}
