import ArgumentParser
import GazetteConsole

/// `gazette receipt check`: hands over to the sibling program, which reads sources.
struct ReceiptCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration { ReceiptOptions.configuration }

  @OptionGroup var options: ReceiptOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    throw SiblingProgram.replaceProcess(with: "gazette-corpus")
  }
}
