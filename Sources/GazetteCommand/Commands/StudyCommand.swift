import ArgumentParser
import GazetteConsole

/// `gazette study`: hands its words over, help among them, to the sibling program that builds packs.
struct StudyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "study", abstract: Console.current.say("study.abstract"),
      discussion: Console.current.discussion("study"))
  }

  @Argument(parsing: .captureForPassthrough)
  var words: [String] = []

  func run() throws {
    throw SiblingProgram.replaceProcess(with: "gazette-corpus")
  }
}
