import ArgumentParser
import GazetteConsole

/// `gazette completion`: the script by which a shell completes words of the command.
struct CompletionCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "completion", abstract: Console.current.say("completion.abstract"),
      discussion: Console.current.discussion("completion"))
  }

  @Argument(help: ArgumentHelp(Console.current.say("completion.shell"), valueName: "shell"))
  var shell: ShellName

  @OptionGroup var global: GlobalOptions

  func run() throws { Console.current.put(shell.script) }
}
