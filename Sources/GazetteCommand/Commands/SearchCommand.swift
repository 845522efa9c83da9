import ArgumentParser
import GazetteConsole
import GazetteSearch

/// `gazette search`: ranked passages, cited and with their matches lit.
struct SearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "search", abstract: Console.current.say("search.abstract"),
      discussion: Console.current.say("search.discussion"))
  }

  @Argument(help: ArgumentHelp(Console.current.say("search.query")))
  var query: [String] = []

  @Option(help: ArgumentHelp(Console.current.say("search.queries"), valueName: "file"))
  var queries: String?

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
    guard SearchRun.limits.contains(limit) else {
      throw ValidationError(Console.current.say("search.limit.range"))
    }
    guard query.isEmpty != (queries == nil) else {
      throw ValidationError(Console.current.say("search.queries.or"))
    }
    if let next, SearchRun.offset(of: next) == nil {
      throw ValidationError(Console.current.say("search.next.unknown", next))
    }
  }

  func run() throws {
    var run = SearchRun(query: query.joined(separator: " "))
    run.limit = limit
    run.offset = next.flatMap(SearchRun.offset) ?? 0
    run.order = sort
    run.isExplaining = explain
    run.isLiteral = literal
    run.facet = facet
    let search = try PolicySearch(global)
    if let queries { return try run.runBatch(queries, in: search) }
    try run.run(in: search)
  }
}
