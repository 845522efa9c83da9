import ArgumentParser
import GazetteConsole

/// `gazette coverage`: hands over to the sibling program, which finds measures.
struct CoverageCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CoverageOptions.configuration }

  @OptionGroup var options: CoverageOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    throw SiblingProgram.replaceProcess(with: "gazette-corpus")
  }
}
