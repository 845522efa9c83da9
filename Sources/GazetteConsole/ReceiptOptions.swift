public import ArgumentParser

/// What `gazette receipt check` is asked to do.
public struct ReceiptOptions: ParsableArguments {
  /// The receipt.
  @Argument(help: ArgumentHelp(Console.current.say("receipt.file"), valueName: "file"))
  public var file: String

  /// The files in which its passages are looked for, in place of the index.
  @Option(
    name: .customLong("source"), parsing: .upToNextOption,
    help: ArgumentHelp(Console.current.say("receipt.source"), valueName: "file"))
  public var sources: [String] = []

  /// Whether only passages are listed that are not the same.
  @Flag(help: ArgumentHelp(Console.current.say("receipt.findings")))
  public var findings = false

  /// Creates options with their defaults.
  public init() {}

  /// What both programs say of the subcommand.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check", abstract: Console.current.say("receipt.check.abstract"),
      discussion: Console.current.discussion("receipt.check"))
  }

  /// What both programs say of the command around it.
  ///
  /// - Parameter subcommands: The subcommands of the program.
  /// - Returns: The configuration.
  public static func group(_ subcommands: [any ParsableCommand.Type]) -> CommandConfiguration {
    CommandConfiguration(
      commandName: "receipt", abstract: Console.current.say("receipt.abstract"),
      discussion: Console.current.discussion("receipt"), subcommands: subcommands)
  }
}
