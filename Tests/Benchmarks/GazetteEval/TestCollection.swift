import Foundation

/// A folder with `docs.jsonl`, `queries.jsonl` and `qrels.tsv`.
///
/// Ids may be text or numbers; a document has `text` (or `contents`, `body`) and may have `title`. Judgements have three
/// columns, or four as TREC writes them; a heading line is passed over.
struct TestCollection {
  struct Query {
    let id: String
    let text: String
  }

  let folder: String
  let queries: [Query]
  let grades: [String: [String: Double]]

  init(at folder: String) throws {
    self.folder = folder
    queries = try Self.lines(folder + "/queries.jsonl").compactMap { record in
      guard let id = Self.id(record),
        let text = Self.text(record, ["text", "query", "title", "question"])
      else { return nil }
      return Query(id: id, text: text)
    }
    var grades: [String: [String: Double]] = [:]
    let table = try String(contentsOfFile: folder + "/qrels.tsv", encoding: .utf8)
    for line in table.split(whereSeparator: \.isNewline) {
      let columns = line.split(whereSeparator: { $0 == "\t" || $0 == " " }).map(String.init)
      guard columns.count >= 3, let grade = Double(columns.count > 3 ? columns[3] : columns[2])
      else { continue }
      grades[columns[0], default: [:]][columns.count > 3 ? columns[2] : columns[1]] = grade
    }
    self.grades = grades
  }

  /// Writes the documents as one file to be indexed, each named by its number; the ids by these numbers.
  func writeDocuments(to path: String) throws -> [String] {
    var ids: [String] = []
    var data = Data()
    for record in try Self.lines(folder + "/docs.jsonl") {
      guard let id = Self.id(record) else { continue }
      let title = Self.text(record, ["title"])
      let text = Self.text(record, ["text", "contents", "body", "abstract"]) ?? ""
      var object = ["id": "d\(ids.count)", "text": text.isEmpty ? title ?? "" : text]
      if let title { object["title"] = title }
      data += try JSONSerialization.data(withJSONObject: object) + Data("\n".utf8)
      ids.append(id)
    }
    try data.write(to: URL(fileURLWithPath: path))
    return ids
  }

  private static func lines(_ path: String) throws -> [[String: Any]] {
    try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).compactMap
    { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
  }

  private static func id(_ record: [String: Any]) -> String? {
    for key in ["id", "_id", "docid", "doc_id", "query_id", "qid"] {
      if let id = record[key] as? String { return id }
      if let id = record[key] as? NSNumber { return id.stringValue }
    }
    return nil
  }

  private static func text(_ record: [String: Any], _ keys: [String]) -> String? {
    for key in keys {
      if let text = record[key] as? String, !text.isEmpty { return text }
    }
    return nil
  }
}
