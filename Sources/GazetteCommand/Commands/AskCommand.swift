import ArgumentParser
import GazetteConsole

/// `gazette ask`: hands over to the sibling program, which finds measures.
struct AskCommand: ParsableCommand {
  static var configuration: CommandConfiguration { AskOptions.configuration }

  @OptionGroup var options: AskOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    throw SiblingProgram.replaceProcess(with: "gazette-corpus")
  }
}
