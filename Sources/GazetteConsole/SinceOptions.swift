public import ArgumentParser

/// What `gazette since` is asked.
public struct SinceOptions: ParsableArguments {
  /// The revision to compare with.
  @Argument(help: ArgumentHelp(Console.current.say("since.revision"), valueName: "revision"))
  public var revision: String

  /// The saved queries that are asked; all of them when none is named.
  @Option(
    name: .customLong("only"), parsing: .singleValue,
    help: ArgumentHelp(Console.current.say("since.only"), valueName: "name"))
  public var names: [String] = []

  /// The file of saved queries.
  @Option(help: ArgumentHelp(Console.current.say("option.saved"), valueName: "file"))
  public var saved: String?

  /// The most passages to show.
  @Option(name: .shortAndLong, help: ArgumentHelp(Console.current.say("since.limit")))
  public var limit = 20

  /// Creates options with their defaults.
  public init() {}

  /// Checks the numbers.
  ///
  /// - Throws: `ValidationError` when they make no sense.
  public func validate() throws {
    try RowLimit.check(limit)
  }

  /// What both programs say of the subcommand.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "since", abstract: Console.current.say("since.abstract"),
      discussion: Console.current.discussion("since"))
  }
}
