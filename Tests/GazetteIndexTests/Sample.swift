import GazetteIndex

/// The schema that the tests of this module index with, and short ways to make entries and queries for it.
enum Sample {
  static let schema = Schema(
    fields: [
      Field(name: "body", kind: .text), Field(name: "body.stems", kind: .stems),
      Field(name: "title", kind: .text), Field(name: "tag", kind: .keyword),
    ], columns: ["year", "rank"])
  static let body = FieldID(rawValue: 0)
  static let stems = FieldID(rawValue: 1)
  static let title = FieldID(rawValue: 2)
  static let tag = FieldID(rawValue: 3)
  static let year = ColumnID(rawValue: 0)
  static let rank = ColumnID(rawValue: 1)

  static func entry(
    _ body: String, title: String? = nil, tags: [String] = [], year: Int64? = nil,
    rank: Int64? = nil, sentences: [Int] = [], mentions: [IndexEntry.Mention] = []
  ) -> IndexEntry {
    var texts = [
      IndexEntry.FieldText(
        field: Self.body, utf8: Array(body.utf8)[...], sentenceStarts: sentences,
        mentions: mentions)
    ]
    if let title {
      texts.append(IndexEntry.FieldText(field: Self.title, utf8: Array(title.utf8)[...]))
    }
    texts += tags.map { IndexEntry.FieldText(field: tag, utf8: Array($0.utf8)[...]) }
    return IndexEntry(texts: texts, columns: [year, rank])
  }

  static func group(_ key: String, _ bodies: String...) -> EntryGroup {
    EntryGroup(key: key, stored: Array("stored \(key)".utf8), entries: bodies.map { entry($0) })
  }

  static func term(_ word: String) -> Query { .term(Term(field: body, word)) }

  static func phrase(_ words: String...) -> Query {
    .phrase(
      field: body,
      terms: words.enumerated().map { PhraseTerm(bytes: Array($1.utf8), offset: $0) })
  }
}

extension Searcher {
  /// The keys of the groups of all hits with the place of each entry, in order: `a/0 b/2`.
  func found(_ query: Query) throws -> String {
    try search(query, limit: 100).map { hit in
      let (group, ordinal) = try self.group(of: hit)
      return try "\(key(of: group))/\(ordinal)"
    }.joined(separator: " ")
  }
}
