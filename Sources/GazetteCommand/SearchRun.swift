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
  /// Where an earlier answer ended, as it said.
  var cursor: String?
  var order = SearchSort.relevance
  var filters: [String] = []
  var isExplaining = false
  var isLiteral = false
  /// Whether what a passage is counts beside what it says.
  var weighsStanding = true
  /// Whether passages that say the same are shown one by one.
  var showsAlike = false
  /// Whether documents are listed in place of passages.
  var groupsDocuments = false
  var facet: PolicyFacet.Name?
  /// The file that the receipt of the answer is written to.
  var receipt: String?

  /// What is asked of the index.
  func request(in search: PolicySearch) throws -> SearchRequest {
    var request = SearchRequest(query)
    request.limit = limit
    request.order = order.order
    request.filters = filters
    request.isExplaining = isExplaining
    request.isLiteral = isLiteral
    request.weighsStanding = weighsStanding
    request.foldsAlike = !showsAlike
    request.groupsDocuments = groupsDocuments
    guard let cursor else { return request }
    do {
      request.offset = try ResultCursor(cursor, of: request, revision: search.revision).offset
    } catch {
      throw CursorError(cursor: cursor, reason: error)
    }
    return request
  }

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
    let request = try counting(facet != nil, request(in: search))
    let results = try search.search(request)
    try writeReceipt(of: results, in: search)
    if let facet {
      try FacetListing(console: console).print(facet, of: results, in: search)
    } else {
      try SearchListing(console: console).print(
        results, suggestions: suggestions(results, in: search),
        emptiness: emptiness(results, request, in: search),
        next: cursor(behind: results, of: request, in: search), of: search)
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
    let request = try counting(true, request(in: search))
    let results = try search.search(request)
    try writeReceipt(of: results, in: search)
    var envelope = try envelope(results, request, in: search, id: id)
    envelope.next = cursor(behind: results, of: request, in: search)
    return (envelope.json, results.totalCount)
  }

  func counting(_ isCounting: Bool, _ request: SearchRequest) -> SearchRequest {
    var request = request
    request.isCounting = isCounting
    return request
  }

  private func cursor(
    behind results: PolicyResults, of request: SearchRequest, in search: PolicySearch
  ) -> String? {
    results.nextOffset.map {
      ResultCursor(offset: $0, of: request, revision: search.revision).description
    }
  }

  /// What is known of a search that found nothing.
  func emptiness(
    _ results: PolicyResults, _ request: SearchRequest, in search: PolicySearch
  ) throws -> EmptyAnswer? {
    results.totalCount == 0 ? try search.emptyAnswer(to: request, results) : nil
  }

  /// What stands nowhere can only be the reason when not everything was found.
  func suggestions(
    _ results: PolicyResults, in search: PolicySearch
  ) throws -> [QuerySuggestion] {
    guard results.isPartial || results.totalCount == 0 else { return [] }
    return try search.suggestions(for: results.query)
  }

  /// The answer without its place among others.
  func envelope(
    _ results: PolicyResults, _ request: SearchRequest, in search: PolicySearch, id: JSONValue?
  ) throws -> Envelope {
    var envelope = Envelope(
      schema: "gazette.search/1", revision: search.revision,
      items: results.hits.map { JSONValue($0) }, total: results.totalCount)
    let suggestions = try suggestions(results, in: search)
    envelope.extras["query"] = .object([
      "id": id ?? .null, "text": .string(results.query.text),
      "partial": .bool(results.isPartial), "parsed": .string(results.query.syntax.description),
      "problem": JSONValue(problemOf: results.query),
      "widened": JSONValue(results.widened?.description),
      "literal": .integer(results.literalCount), "passages": .integer(results.passageCount),
      "filters": .array(filters.map(JSONValue.string)),
      "group": .string(groupsDocuments ? "document" : "passage"),
      "sort": .string(order.rawValue), "folded": .bool(request.foldsAlike),
      "tags": .array(results.tags.map { JSONValue($0) }),
    ])
    envelope.extras["facets"] = JSONValue(results.facets)
    envelope.extras["notices"] = .array(notices(results).map(JSONValue.string))
    envelope.extras["suggestions"] = .array(suggestions.map { JSONValue($0) })
    envelope.extras["related"] = .array(results.relatedWords.map(JSONValue.string))
    envelope.extras["explain"] =
      isExplaining
      ? .array(results.hits.map { $0.explanation.map { JSONValue($0) } ?? .null }) : .null
    envelope.extras["understood"] = results.explanation.map { JSONValue($0) } ?? .null
    envelope.extras["searched"] =
      try emptiness(results, request, in: search).map { JSONValue($0) } ?? .null
    return envelope
  }

  private func notices(_ results: PolicyResults) -> [String] {
    SearchListing(console: Console.current).notices(results)
  }
}
