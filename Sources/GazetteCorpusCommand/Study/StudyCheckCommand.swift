import ArgumentParser
import Gazette
import GazetteConsole
import GazetteStudy

/// `gazette study check`: what of a pack is as the sources say today.
struct StudyCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check", abstract: Console.current.say("study.check.abstract"),
      discussion: Console.current.discussion("study.check"))
  }

  @Argument(help: ArgumentHelp(Console.current.say("study.folder"), valueName: "folder"))
  var folder: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    guard let memory = try StudyFolder(path: folder).memory() else {
      throw StudyError.notManifest(field: folder + "/pack.json")
    }
    let search = try PolicySearch(at: global.index)
    var sources = try IndexedSources(search)
    let check = StudyCheck(
      memory.manifest,
      try ReceiptCheck(memory.receipt, isWhole: memory.isWhole) { try sources.document(for: $0) })
    if console.isJSON {
      try console.put(
        StudyListing.envelope(check, of: memory.manifest, revision: search.revision).json)
    } else {
      StudyListing(console: console).print(check)
    }
    if check.hasFindings { throw ExitStatus.nothingFound }
    if !check.passages.isComplete { throw ExitStatus.failed }
  }
}
