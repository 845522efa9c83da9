import GazetteConsole
import GazetteExport
import GazetteQuery
import GazetteSearch

/// What `gazette search` does, once it is known what was asked: a value without the argument parser's declarations, which take
/// a tenth of a cold search to set up.
struct SearchRun {
  /// How many hits may be asked for.
  static let limits = 1...10_000

  /// The query as typed.
  var query: String
  var limit = 10
  /// How many hits are left out in front.
  var offset = 0
  var order: SearchSort?
  var isExplaining = false
  var isLiteral = false
  var facet: PolicyFacet.Name?

  /// Searches an index and prints what is found.
  ///
  /// - Throws: `ExitStatus.nothingFound` when nothing is; whatever stops the search.
  func run(in search: PolicySearch) throws {
    let console = Console.current
    if console.isJSON {
      let (answer, total) = try answer(in: search)
      try console.put(answer)
      if total == 0 { throw ExitStatus.nothingFound }
      return
    }
    let results = try results(in: search, counting: facet != nil)
    let suggestions = try suggestions(results, in: search)
    if let facet {
      try FacetListing(console: console).print(facet, of: results, in: search)
    } else {
      SearchListing(console: console).print(results, suggestions: suggestions, of: search)
    }
    if results.totalCount == 0 { throw ExitStatus.nothingFound }
  }

  /// The answer as JSON, and how many passages match.
  ///
  /// - Parameters:
  ///   - search: The index.
  ///   - id: What the query is called among several.
  /// - Returns: The envelope and the count.
  /// - Throws: Whatever stops the search.
  func answer(
    in search: PolicySearch, as id: JSONValue? = nil
  ) throws -> (json: JSONValue, total: Int) {
    let results = try results(in: search, counting: true)
    let suggestions = try suggestions(results, in: search)
    let json = envelope(results, suggestions, revision: search.revision, id: id)
    return (json, results.totalCount)
  }

  private func results(in search: PolicySearch, counting: Bool) throws -> PolicyResults {
    try search.search(
      query, limit: limit, offset: offset, sortedBy: order?.order, literally: isLiteral,
      explaining: isExplaining, counting: counting)
  }

  /// What stands nowhere can only be the reason when not everything was found.
  private func suggestions(
    _ results: PolicyResults, in search: PolicySearch
  ) throws -> [QuerySuggestion] {
    guard results.isPartial || results.totalCount == 0 else { return [] }
    return try search.suggestions(for: results.query)
  }

  /// A cursor says where the next page begins; its form may change, so clients only hand it back.
  static func offset(of cursor: String) -> Int? {
    guard cursor.hasPrefix("n"), let offset = Int(cursor.dropFirst(), radix: 36), offset >= 0,
      offset <= Int32.max
    else { return nil }
    return offset
  }

  private func envelope(
    _ results: PolicyResults, _ suggestions: [QuerySuggestion], revision: String,
    id: JSONValue?
  ) -> JSONValue {
    var envelope = Envelope(
      schema: "gazette.search/1", revision: revision, items: results.hits.map { JSONValue($0) },
      total: results.totalCount)
    envelope.next = results.nextOffset.map { "n" + String($0, radix: 36) }
    var query: [String: JSONValue] = [
      "text": .string(results.query.text), "partial": .bool(results.isPartial),
      "parsed": .string(results.query.syntax.description),
      "problem": JSONValue(problemOf: results.query),
      "widened": JSONValue(results.widened?.description),
      "literal": .integer(results.literalCount),
      "tags": .array(
        results.tags.map { tag in
          .object([
            "name": .string(tag.name), "named": .array(tag.named.map(JSONValue.string)),
            "concepts": .array(tag.concepts.map(JSONValue.string)),
          ])
        }),
    ]
    query["id"] = id ?? .null
    envelope.extras["query"] = .object(query)
    envelope.extras["facets"] = JSONValue(results.facets)
    envelope.extras["notices"] = .array(notices(results).map(JSONValue.string))
    envelope.extras["suggestions"] = .array(suggestions.map { JSONValue($0) })
    envelope.extras["explain"] =
      isExplaining
      ? .array(results.hits.map { $0.explanation.map { JSONValue($0) } ?? .null }) : .null
    return envelope.json
  }

  private func notices(_ results: PolicyResults) -> [String] {
    SearchListing(console: Console.current).notices(results)
  }
}
