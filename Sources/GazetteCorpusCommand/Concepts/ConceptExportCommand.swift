import ArgumentParser
import Gazette
import GazetteConsole

/// `gazette concepts export`: the thesaurus as SKOS, a table or YAML.
struct ConceptExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export", abstract: Console.current.say("concepts.export.abstract"),
      discussion: Console.current.discussion("concepts.export"))
  }

  @Option(name: .customLong("to"), help: ArgumentHelp(Console.current.say("concepts.export.to")))
  var form = ThesaurusForm.turtle

  @Option(help: ArgumentHelp(Console.current.say("concepts.export.base"), valueName: "IRI"))
  var base = SKOSExport.standardBase

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let source = try ConceptSource(global, isEditing: true)
    let text =
      switch form {
      case .turtle: SKOSExport(source.thesaurus, base: base).turtle()
      case .rdf: SKOSExport(source.thesaurus, base: base).rdfXML()
      case .csv: ThesaurusTable(source.thesaurus).csv()
      case .yaml: ThesaurusSource(source.thesaurus.concepts).yaml()
      }
    guard console.isJSON else { return console.put(text) }
    let item = JSONValue.object([
      "form": .string(form.rawValue), "concepts": .integer(source.thesaurus.concepts.count),
      "text": .string(text),
    ])
    let envelope = Envelope(
      schema: "gazette.concepts-export/1", revision: source.revision, items: [item])
    try console.put(envelope.json)
  }
}
