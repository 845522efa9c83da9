import ArgumentParser
import GazetteConsole
import GazetteSearch

/// `gazette search`: ranked passages, cited and with their matches lit.
struct SearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "search", abstract: Console.current.say("search.abstract"),
      discussion: Console.current.discussion("search"))
  }

  @Argument(help: ArgumentHelp(Console.current.say("search.query")))
  var query: [String] = []

  @Option(help: ArgumentHelp(Console.current.say("search.queries"), valueName: "file"))
  var queries: String?

  @Option(name: .shortAndLong, help: ArgumentHelp(Console.current.say("search.limit")))
  var limit = 10

  @Option(help: ArgumentHelp(Console.current.say("search.next"), valueName: "cursor"))
  var next: String?

  @Flag(help: ArgumentHelp(Console.current.say("search.all")))
  var all = false

  @Option(help: ArgumentHelp(Console.current.say("search.sort"), valueName: "order"))
  var sort = SearchSort.relevance

  @Option(help: ArgumentHelp(Console.current.say("search.group"), valueName: "what"))
  var group: SearchGroup?

  @Option(help: ArgumentHelp(Console.current.say("search.filter"), valueName: "query"))
  var filter: [String] = []

  @Flag(help: ArgumentHelp(Console.current.say("search.alike")))
  var alike = false

  @Flag(help: ArgumentHelp(Console.current.say("search.explain")))
  var explain = false

  @Flag(help: ArgumentHelp(Console.current.say("search.word-for-word")))
  var literal = false

  @Flag(help: ArgumentHelp(Console.current.say("search.no-strength")))
  var noStrength = false

  @Option(help: ArgumentHelp(Console.current.say("search.facet"), valueName: "name"))
  var facet: PolicyFacet.Name?

  @Option(help: ArgumentHelp(Console.current.say("search.save"), valueName: "name"))
  var save: String?

  @Option(help: ArgumentHelp(Console.current.say("option.saved"), valueName: "file"))
  var saved: String?

  @Option(help: ArgumentHelp(Console.current.say("option.receipt"), valueName: "file"))
  var receipt: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard SearchRun.limits.contains(limit) else {
      throw ValidationError(Console.current.say("search.limit.range"))
    }
    guard query.isEmpty != (queries == nil) else {
      throw ValidationError(Console.current.say("search.queries.or"))
    }
    guard !all || queries == nil && facet == nil && next == nil else {
      throw ValidationError(Console.current.say("search.all.alone"))
    }
    guard receipt == nil || queries == nil && !all && facet == nil else {
      throw ValidationError(Console.current.say("search.receipt.alone"))
    }
    guard save == nil || queries == nil else {
      throw ValidationError(Console.current.say("search.save.query"))
    }
  }

  func run() throws {
    var run = SearchRun(query: query.joined(separator: " "))
    run.limit = limit
    run.cursor = next
    run.order = sort
    run.filters = filter
    run.groupsDocuments = group == .document
    run.showsAlike = alike
    run.isExplaining = explain
    run.isLiteral = literal
    run.weighsStanding = !noStrength
    run.facet = facet
    run.receipt = receipt
    let search = try PolicySearch(global)
    if let save {
      try SavedQueryFile(named: saved, roots: { try search.state().roots })
        .save(run.query, as: save)
    }
    if let queries { return try run.runBatch(queries, in: search) }
    if all { return try run.runStream(in: search) }
    try run.run(in: search)
  }
}
