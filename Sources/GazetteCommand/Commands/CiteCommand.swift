import ArgumentParser
import GazetteConsole
import GazetteDocument
import GazetteExport
import GazetteSearch

/// `gazette cite`: who said it, when, where it stands, by its id, its path or its words.
struct CiteCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cite", abstract: Console.current.say("cite.abstract"),
      discussion: Console.current.discussion("cite"))
  }

  @Argument(
    help: ArgumentHelp(Console.current.say("cite.words"), valueName: "words|id|doc#path"))
  var words: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp(Console.current.say("cite.format")))
  var format = CitationFormat.text

  @Option(name: .shortAndLong, help: ArgumentHelp(Console.current.say("cite.limit")))
  var limit = 5

  @Option(help: ArgumentHelp(Console.current.say("cite.accessed"), valueName: "date"))
  var accessed: String?

  @Option(help: ArgumentHelp(Console.current.say("option.receipt"), valueName: "file"))
  var receipt: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (1...10_000).contains(limit) else {
      throw ValidationError(Console.current.say("search.limit.range"))
    }
    guard accessed.map({ CalendarDate(iso: $0)?.day != nil }) ?? true else {
      throw ValidationError(Console.current.say("cite.accessed.date"))
    }
  }

  func run() throws {
    let console = Console.current
    let search = try PolicySearch(global)
    let text = words.joined(separator: " ")
    let found = try CitationLookup(text, in: search, limit: limit)
    let items = found.excerpts.map {
      BibliographicItem($0, revision: search.revision, accessed: day)
    }
    if let receipt {
      var options: [String: JSONValue] = ["limit": .integer(limit)]
      options["accessed"] = accessed.map(JSONValue.string)
      try ReceiptWriting(command: "cite", query: text, parsed: found.parsed, options: options)
        .receipt(for: found.excerpts, of: search).write(to: receipt)
    }
    if console.isJSON {
      let envelope = Envelope(
        schema: "gazette.cite/1", revision: search.revision,
        items: items.map { CitationAnswer(item: $0).json }, total: found.total)
      try console.put(envelope.json)
    } else {
      let pieces = try format.text(of: items, inChinese: chinese)
      console.put(format == .text ? TerminalText.visible(pieces, keepsLines: true) : pieces)
      if items.isEmpty { console.tell(console.say("cite.none")) }
      if found.total > items.count {
        console.tell(console.say("cite.more", "\(found.total - items.count)"))
      }
    }
    if items.isEmpty { throw ExitStatus.nothingFound }
  }

  /// The day of access: as given; else today, but only in forms that always carry one.
  private var day: CalendarDate? {
    if let accessed { return CalendarDate(iso: accessed) }
    return format.isDated && !Console.current.isJSON ? LocalDay.today() : nil
  }

  /// The language around the source's own words: the option `--ui` when it is given, else the document's.
  private var chinese: Bool? { global.ui.map { $0 == .chinese } }
}
