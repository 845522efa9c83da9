import Foundation

/// The documents that were found for each query, best first.
struct RankedRun {
  var documents: [String: [String]] = [:]

  init() {}

  /// Reads a run: six columns as trec_eval takes them, or `query document` in order.
  init(readingFrom path: String) throws {
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let columns = line.split(whereSeparator: { $0 == "\t" || $0 == " " }).map(String.init)
      guard columns.count > 1 else { continue }
      // `query Q0 document rank score name`; without the second column the document stands there.
      let document = columns.count >= 6 ? columns[2] : columns[1]
      documents[columns[0], default: []].append(document)
    }
  }

  /// Writes the run as trec_eval takes it.
  func write(to path: String) throws {
    var text = ""
    for (query, list) in documents.sorted(by: { $0.key < $1.key }) {
      for (place, document) in list.enumerated() {
        text += "\(query)\tQ0\t\(document)\t\(place + 1)\t\(1000 - place)\tgazette\n"
      }
    }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}
