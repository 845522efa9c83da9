import ArgumentParser
import GazetteConsole

/// `gazette parallels`: hands over to the sibling program, which can read a thesaurus.
struct ParallelsCommand: ParsableCommand {
  static var configuration: CommandConfiguration { ParallelsOptions.configuration }

  @OptionGroup var options: ParallelsOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    throw SiblingProgram.replaceProcess(with: "gazette-corpus")
  }
}
