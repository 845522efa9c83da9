import ArgumentParser
import GazetteConsole

/// `gazette checklist`: measures as rows that people fill in, and back again without loss.
struct ChecklistCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "checklist", abstract: Console.current.say("checklist.abstract"),
      discussion: Console.current.discussion("checklist"),
      subcommands: [
        ChecklistWriteCommand.self, ChecklistMergeCommand.self, ChecklistStatusCommand.self,
      ],
      defaultSubcommand: ChecklistWriteCommand.self)
  }
}
