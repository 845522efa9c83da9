import ArgumentParser
import GazetteConsole

/// `gazette verify`: hands over to the sibling program, which reads drafts.
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration { VerifyOptions.configuration }

  @OptionGroup var options: VerifyOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    throw SiblingProgram.replaceProcess(with: "gazette-corpus")
  }
}
