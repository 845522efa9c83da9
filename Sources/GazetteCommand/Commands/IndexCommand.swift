import ArgumentParser
import GazetteConsole

/// `gazette index`: hands over to the sibling program that holds the readers.
///
/// Searching starts in a few milliseconds because the libraries that read files are not linked into this program.
struct IndexCommand: ParsableCommand {
  static var configuration: CommandConfiguration { IndexOptions.configuration }

  @OptionGroup var options: IndexOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    throw SiblingProgram.replaceProcess(with: "gazette-corpus")
  }
}
