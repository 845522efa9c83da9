import ArgumentParser
import GazetteConsole

/// `gazette checklist`: hands its words over, help among them, to the sibling program that reads and writes checklists.
struct ChecklistCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "checklist", abstract: Console.current.say("checklist.abstract"),
      discussion: Console.current.discussion("checklist"))
  }

  @Argument(parsing: .captureForPassthrough)
  var words: [String] = []

  func run() throws {
    throw SiblingProgram.replaceProcess(with: "gazette-corpus")
  }
}
