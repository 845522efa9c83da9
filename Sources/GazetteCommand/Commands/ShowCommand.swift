import ArgumentParser
import GazetteConsole
import GazetteDocument
import GazetteExport
import GazetteSearch

/// `gazette show`: a document, its outline, or one place of it with its context.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: Console.current.say("show.abstract"),
      discussion: Console.current.discussion("show"))
  }

  @Argument(
    help: ArgumentHelp(Console.current.say("show.document"), valueName: "doc[#path]"))
  var document: String

  @Flag(help: ArgumentHelp(Console.current.say("show.source")))
  var source = false

  @Flag(help: ArgumentHelp(Console.current.say("show.outline")))
  var outline = false

  @Flag(help: ArgumentHelp(Console.current.say("show.repairs")))
  var repairs = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(Console.current.say("show.context"), valueName: "n"))
  var context = 0

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard context >= 0 else { throw ValidationError(Console.current.say("show.context.range")) }
  }

  func run() throws {
    let console = Console.current
    let search = try PolicySearch(global)
    let parts = document.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false
    ).map(String.init)
    let record = try search.record(named: parts[0])
    let found = try record.document()
    let place =
      parts.count > 1 && !parts[1].isEmpty ? try DocumentPlace(parts[1], in: found) : nil
    if source {
      let text = try sourceText(of: found, place: place)
      guard console.isJSON else {
        console.put(text)
        return
      }
    }
    let wanted = place.map { widened($0.passages, in: found) } ?? Array(found.passages.indices)
    let passages = try wanted.map { try record.citedPassage(at: $0) }
    var reader = MentionReader(try search.thesaurus())
    var mentions = try passages.flatMap { try reader.mentions(in: $0, of: record) }
    if place == nil {
      mentions += try found.sections.indices.flatMap {
        try reader.mentions(inHeadingOfSection: $0, of: record)
      }
      mentions.sort {
        ($0.span.start.byte, -$0.span.end.byte) < ($1.span.start.byte, -$1.span.end.byte)
      }
    }
    if console.isJSON {
      var item = JSONValue(
        found, passages: passages, lineage: search.lineages[found.id],
        targets: try search.targets(of: found.relations, from: found.id),
        mentions: mentions)
      if case .object(var object) = item {
        object["sourceText"] =
          source ? .string(found.text.string(in: 0..<found.text.utf8.count)) : .null
        item = .object(object)
      }
      let envelope = Envelope(
        schema: "gazette.show/1", revision: search.revision, items: [item])
      try console.put(envelope.json)
    } else {
      let listing = DocumentListing(console: console, document: found)
      if place == nil {
        listing.printHead(
          search.lineages[found.id],
          targets: try search.targets(of: found.relations, from: found.id), mentions: mentions)
      }
      if repairs {
        listing.printRepairs()
      } else if outline {
        listing.printOutline()
      } else {
        listing.print(passages, at: place)
      }
    }
  }

  /// The source text exactly, or the slice of it that a place means.
  private func sourceText(of document: PolicyDocument, place: DocumentPlace?) throws -> String {
    guard let place else { return document.text.string(in: 0..<document.text.utf8.count) }
    guard let first = place.passages.first, let last = place.passages.last else { return "" }
    if let sentence = place.sentence {
      let row = document.passages[first].sentences.lowerBound + sentence - 1
      return document.text.string(in: document.sentences[row].span) + "\n"
    }
    let span = TextSpan(
      start: document.passages[first].span.start, end: document.passages[last].span.end)
    return document.text.string(in: span) + "\n"
  }

  /// The passages of a place with those around them that `--context` asks for.
  private func widened(_ passages: [Int], in document: PolicyDocument) -> [Int] {
    guard let first = passages.first, let last = passages.last, context > 0 else {
      return passages
    }
    return Array(
      max(0, first - min(context, first))...min(document.passages.count - 1, last + context))
  }
}
