import ArgumentParser
import GazetteConsole

/// `gazette since`: hands over to the sibling program, which can index what was.
struct SinceCommand: ParsableCommand {
  static var configuration: CommandConfiguration { SinceOptions.configuration }

  @OptionGroup var options: SinceOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    throw SiblingProgram.replaceProcess(with: "gazette-corpus")
  }
}
