import ArgumentParser
import Gazette
import GazetteConsole

/// `gazette concepts import`: a SKOS file as YAML, with an account of what that does not hold.
struct ConceptImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: Console.current.say("concepts.import.abstract"),
      discussion: Console.current.discussion("concepts.import"))
  }

  @Argument(help: ArgumentHelp(Console.current.say("concepts.import.file"), valueName: "file"))
  var file: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let bytes = try FileReading.bytes(of: file, limit: 256 << 20)
    let found = try Thesaurus.reading(skos: bytes, file: file)
    let concepts = found.thesaurus.concepts
    let yaml = ThesaurusSource(concepts).yaml()
    if console.isJSON {
      let item = JSONValue.object([
        "concepts": .integer(concepts.count), "yaml": .string(yaml),
        "notices": .array(found.notices.map { JSONValue(notice: $0) }),
      ])
      let envelope = Envelope(
        schema: "gazette.concepts-import/1", revision: nil, items: concepts.isEmpty ? [] : [item])
      try console.put(envelope.json)
    } else {
      console.put(yaml)
      for notice in found.notices {
        let words = console.say(
          "import." + notice.kind.rawValue, notice.concept ?? "",
          TerminalText.visible(notice.value), "\(notice.count)")
        console.tell("\(file):\(notice.line): \(words)")
      }
      console.tell(console.say("concepts.import.count", "\(concepts.count)"))
    }
    if concepts.isEmpty { throw ExitStatus.nothingFound }
  }
}
