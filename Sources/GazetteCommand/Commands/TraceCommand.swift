import ArgumentParser
import GazetteConsole

/// `gazette trace`: hands over to the sibling program, which finds measures.
struct TraceCommand: ParsableCommand {
  static var configuration: CommandConfiguration { TraceOptions.configuration }

  @OptionGroup var options: TraceOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    throw SiblingProgram.replaceProcess(with: "gazette-corpus")
  }
}
