import GazetteConsole
import GazetteExport
import GazetteQuery
import GazetteSearch

extension SearchRun {
  /// Writes the receipt of the passages that are shown, where one was asked for.
  func writeReceipt(of results: PolicyResults, in search: PolicySearch) throws {
    guard let receipt else { return }
    var options: [String: JSONValue] = [
      "limit": .integer(limit), "sort": .string(order.rawValue), "literal": .bool(isLiteral),
      "strength": .bool(weighsStanding), "alike": .bool(showsAlike),
      "group": .string(groupsDocuments ? "document" : "passage"),
      "filter": .array(filters.map(JSONValue.string)),
    ]
    options["next"] = cursor.map(JSONValue.string)
    try ReceiptWriting(
      command: "search", query: query, parsed: results.query.syntax.description, options: options
    ).receipt(for: results.hits.map { CitedExcerpt($0.passage) }, of: search).write(to: receipt)
  }
}
