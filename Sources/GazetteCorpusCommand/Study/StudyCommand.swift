import ArgumentParser
import GazetteConsole

/// `gazette study`: packs to teach from.
struct StudyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "study", abstract: Console.current.say("study.abstract"),
      discussion: Console.current.discussion("study"),
      subcommands: [StudyBuildCommand.self, StudyCheckCommand.self])
  }
}
