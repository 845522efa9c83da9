import ArgumentParser
import GazetteConsole

/// `gazette measures`: hands over to the sibling program, which finds measures.
struct MeasuresCommand: ParsableCommand {
  static var configuration: CommandConfiguration { MeasuresOptions.configuration }

  @OptionGroup var options: MeasuresOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    throw SiblingProgram.replaceProcess(with: "gazette-corpus")
  }
}
