public import ArgumentParser
import Gazette
import GazetteConsole
public import GazetteStudy

/// `gazette study build`: makes a pack, or makes it anew around what a person changed in it.
struct StudyBuildCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "build", abstract: Console.current.say("study.build.abstract"),
      discussion: Console.current.discussion("study.build"))
  }

  @Option(help: ArgumentHelp(Console.current.say("study.concept"), valueName: "concept"))
  var concept: String?

  @Option(
    name: .customLong("doc"),
    help: ArgumentHelp(Console.current.say("study.doc"), valueName: "document"))
  var document: String?

  @Option(help: ArgumentHelp(Console.current.say("study.query"), valueName: "query"))
  var query: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(Console.current.say("study.out"), valueName: "folder"))
  var out: String

  @Option(help: ArgumentHelp(Console.current.say("study.lang"), valueName: "zh|en|both"))
  var lang: StudyLanguage?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard [concept, document, query].compactMap({ $0 }).count == 1 else {
      throw ValidationError(Console.current.say("study.one-subject"))
    }
  }

  func run() throws {
    let console = Console.current
    let search = try PolicySearch(at: global.index)
    let subject: StudySubject =
      concept.map { .concept($0) } ?? document.map { .document($0) } ?? .query(query ?? "")
    let folder = StudyFolder(path: out)
    let memory = try folder.memory()
    let language = lang ?? memory?.manifest.language ?? (console.isChinese ? .chinese : .english)
    var building = try StudyBuilding(
      search, language: language, extractor: try MeasureOptions.extractor(for: search))
    var pack = try building.pack(for: subject)
    guard !pack.sections.isEmpty else {
      if console.isJSON { try console.put(StudyListing.envelope(pack, [], folder: out).json) }
      console.tell(console.say("study.nothing", subject.value))
      throw ExitStatus.nothingFound
    }
    if let memory {
      var sources = try IndexedSources(search)
      let check = try ReceiptCheck(memory.receipt, isWhole: memory.isWhole) {
        try sources.document(for: $0)
      }
      pack.keepIDs(of: memory.manifest, check)
    }
    let receipt = try ReceiptWriting(
      command: "study build", query: subject.value, parsed: nil,
      options: ["subject": .string(subject.option), "lang": .string(language.rawValue)]
    ).receipt(for: pack.excerpts, of: search)
    let outcomes = try folder.write(pack, receipt)
    if console.isJSON {
      try console.put(StudyListing.envelope(pack, outcomes, folder: out).json)
    } else {
      StudyListing(console: console).print(pack, outcomes, folder: out)
    }
  }
}

extension StudyLanguage: ExpressibleByArgument {}
