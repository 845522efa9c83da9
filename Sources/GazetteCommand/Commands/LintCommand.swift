import ArgumentParser
import GazetteConsole

/// `gazette lint`: hands its words over, help among them, to the sibling program that holds the readers.
struct LintCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lint", abstract: Console.current.say("lint.abstract"),
      discussion: Console.current.discussion("lint"))
  }

  @Argument(parsing: .captureForPassthrough)
  var words: [String] = []

  func run() throws {
    throw SiblingProgram.replaceProcess(with: "gazette-corpus")
  }
}
