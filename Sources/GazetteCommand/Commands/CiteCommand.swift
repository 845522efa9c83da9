import ArgumentParser
import GazetteConsole
import GazetteDocument
import GazetteExport
import GazetteSearch

/// `gazette cite`: who said it, when, where it stands, by its id, its path or its words.
struct CiteCommand: ParsableCommand {
  /// How a citation is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cite", abstract: Console.current.say("cite.abstract"),
      discussion: Console.current.discussion("cite"))
  }

  @Argument(
    help: ArgumentHelp(Console.current.say("cite.words"), valueName: "words|id|doc#path"))
  var words: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp(Console.current.say("cite.format")))
  var format = Format.text

  @Option(name: .shortAndLong, help: ArgumentHelp(Console.current.say("cite.limit")))
  var limit = 5

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (1...10_000).contains(limit) else {
      throw ValidationError(Console.current.say("search.limit.range"))
    }
  }

  func run() throws {
    let console = Console.current
    let search = try PolicySearch(global)
    let (passages, total) = try found(in: search)
    if console.isJSON {
      let envelope = Envelope(
        schema: "gazette.cite/1", revision: search.revision,
        items: passages.map { CitationAnswer(passage: $0).json }, total: total)
      try console.put(envelope.json)
    } else {
      let pieces = passages.map { passage in
        format == .text
          ? TerminalText.visible(
            TextCitation.text(of: passage, inChinese: chinese), keepsLines: true)
          : MarkdownCitation.text(of: passage, inChinese: chinese)
      }
      console.put(pieces.joined(separator: "\n"))
      if passages.isEmpty { console.tell(console.say("cite.none")) }
      if total > passages.count {
        console.tell(console.say("cite.more", "\(total - passages.count)"))
      }
    }
    if passages.isEmpty { throw ExitStatus.nothingFound }
  }

  /// The language around the source's own words: the option `--ui` when it is given, else the document's.
  private var chinese: Bool? { global.ui.map { $0 == .chinese } }

  private func found(in search: PolicySearch) throws -> (passages: [CitedPassage], total: Int) {
    let text = words.joined(separator: " ")
    if let id = MachineID(text) {
      let all = try search.passages(with: id)
      return (Array(all.prefix(limit)), all.count)
    }
    let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
    if parts.count == 2, let record = try? search.record(named: parts[0]) {
      let place = try DocumentPlace(parts[1], in: try record.document())
      let passages = try place.passages.prefix(limit).map { try record.citedPassage(at: $0) }
      return (passages, place.passages.count)
    }
    // Words to cite are a quotation: all of them, in their order.
    let results = try search.search("\u{201C}" + text + "\u{201D}", limit: limit)
    return (
      results.isPartial ? [] : results.hits.map(\.passage),
      results.isPartial ? 0 : results.totalCount
    )
  }
}
