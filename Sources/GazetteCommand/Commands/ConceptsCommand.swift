import ArgumentParser
import GazetteConsole

/// `gazette concepts`: hands its words over, help among them, to the sibling program that holds the readers.
struct ConceptsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "concepts", abstract: Console.current.say("concepts.abstract"),
      discussion: Console.current.discussion("concepts"))
  }

  @Argument(parsing: .captureForPassthrough)
  var words: [String] = []

  func run() throws {
    throw SiblingProgram.replaceProcess(with: "gazette-corpus")
  }
}
