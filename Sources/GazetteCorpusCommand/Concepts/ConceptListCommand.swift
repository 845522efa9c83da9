import ArgumentParser
import Gazette
import GazetteConsole

/// `gazette concepts list`: the concepts, or those with a pattern in their id or a label.
struct ConceptListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: Console.current.say("concepts.list.abstract"),
      discussion: Console.current.discussion("concepts.list"))
  }

  @Argument(help: ArgumentHelp(Console.current.say("concepts.list.pattern")))
  var pattern: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let source = try ConceptSource(global, isEditing: true)
    let all = source.thesaurus.concepts
    let concepts = pattern.map { ConceptFilter($0).filter(all) } ?? all
    if console.isJSON {
      let envelope = Envelope(
        schema: "gazette.concepts-list/1", revision: source.revision,
        items: concepts.map { JSONValue(concept: $0) })
      try console.put(envelope.json)
    } else {
      console.put(concepts.map(line).joined())
      console.tell(console.say("concepts.list.count", "\(concepts.count)"))
    }
    if concepts.isEmpty { throw ExitStatus.nothingFound }
  }

  /// Id, kind, wider concept and the two labels, in columns that a script can cut at tabs.
  private func line(_ concept: Concept) -> String {
    let columns = [
      concept.id, concept.kind.rawValue, concept.broader ?? "–",
      concept.label(in: .simplifiedChinese), concept.label(in: .english),
    ]
    return columns.map { TerminalText.visible($0) }.joined(separator: "\t") + "\n"
  }
}
