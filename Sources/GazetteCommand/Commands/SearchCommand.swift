import GazetteQuery
import ArgumentParser
import GazetteConsole
import GazetteExport
import GazetteSearch

/// `gazette search`: ranked passages, cited and with their matches lit.
struct SearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "search", abstract: Console.current.say("search.abstract"),
      discussion: Console.current.say("search.discussion"))
  }

  @Argument(help: ArgumentHelp(Console.current.say("search.query")))
  var query: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp(Console.current.say("search.limit")))
  var limit = 10

  @Option(help: ArgumentHelp(Console.current.say("search.next"), valueName: "cursor"))
  var next: String?

  @Option(help: ArgumentHelp(Console.current.say("search.sort"), valueName: "order"))
  var sort: SearchSort?

  @Flag(help: ArgumentHelp(Console.current.say("search.explain")))
  var explain = false

  @Flag(help: ArgumentHelp(Console.current.say("search.word-for-word")))
  var literal = false

  @Option(help: ArgumentHelp(Console.current.say("search.facet"), valueName: "name"))
  var facet: PolicyFacet.Name?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (1...10_000).contains(limit) else {
      throw ValidationError(Console.current.say("search.limit.range"))
    }
    if let next, Self.offset(of: next) == nil {
      throw ValidationError(Console.current.say("search.next.unknown", next))
    }
  }

  func run() throws {
    let console = Console.current
    let search = try PolicySearch(global)
    let text = query.joined(separator: " ")
    let results = try search.search(
      text, limit: limit, offset: next.flatMap(Self.offset) ?? 0, sortedBy: sort?.order,
      literally: literal, explaining: explain, counting: console.isJSON || facet != nil)
    if console.isJSON {
      try console.put(envelope(results, revision: search.revision))
    } else if let facet {
      try FacetListing(console: console).print(facet, of: results, in: search)
    } else {
      SearchListing(console: console).print(results, of: search)
    }
    if results.totalCount == 0 { throw ExitStatus.nothingFound }
  }

  /// A cursor says where the next page begins; its form may change, so clients only hand it back.
  private static func offset(of cursor: String) -> Int? {
    guard cursor.hasPrefix("n"), let offset = Int(cursor.dropFirst(), radix: 36), offset >= 0,
      offset <= Int32.max
    else { return nil }
    return offset
  }

  private func envelope(_ results: PolicyResults, revision: String) -> JSONValue {
    var envelope = Envelope(
      schema: "gazette.search/1", revision: revision, items: results.hits.map { JSONValue($0) },
      total: results.totalCount)
    envelope.next = results.nextOffset.map { "n" + String($0, radix: 36) }
    envelope.extras["query"] = .object([
      "text": .string(results.query.text), "partial": .bool(results.isPartial),
      "parsed": .string(results.query.syntax.description),
      "widened": JSONValue(results.widened?.description),
      "literal": .integer(results.literalCount),
      "tags": .array(
        results.tags.map { tag in
          .object([
            "name": .string(tag.name), "named": .array(tag.named.map(JSONValue.string)),
            "concepts": .array(tag.concepts.map(JSONValue.string)),
          ])
        }),
    ])
    envelope.extras["facets"] = JSONValue(results.facets)
    envelope.extras["notices"] = .array(notices(results).map(JSONValue.string))
    envelope.extras["suggestions"] = .array([])
    envelope.extras["explain"] =
      explain
      ? .array(results.hits.map { $0.explanation.map { JSONValue($0) } ?? .null }) : .null
    return envelope.json
  }

  private func notices(_ results: PolicyResults) -> [String] {
    SearchListing(console: Console.current).notices(results)
  }
}
