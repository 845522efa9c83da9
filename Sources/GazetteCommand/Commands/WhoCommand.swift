import ArgumentParser
import GazetteConsole

/// `gazette who`: hands over to the sibling program, which finds measures.
struct WhoCommand: ParsableCommand {
  static var configuration: CommandConfiguration { WhoOptions.configuration }

  @OptionGroup var options: WhoOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    throw SiblingProgram.replaceProcess(with: "gazette-corpus")
  }
}
