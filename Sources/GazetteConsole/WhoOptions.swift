public import ArgumentParser

/// What `gazette who` is asked to do.
public struct WhoOptions: ParsableArguments {
  /// Which measures are wanted.
  @OptionGroup public var selection: MeasureOptions

  /// Whether only the measures without a body are listed.
  @Flag(help: ArgumentHelp(Console.current.say("who.without-body")))
  public var withoutBody = false

  /// The most measures to show of a body.
  @Option(name: .shortAndLong, help: ArgumentHelp(Console.current.say("who.limit")))
  public var limit = 5

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
      commandName: "who", abstract: Console.current.say("who.abstract"),
      discussion: Console.current.discussion("who"))
  }
}
