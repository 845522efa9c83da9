public import ArgumentParser

/// What `gazette ask` is asked.
public struct AskOptions: ParsableArguments {
  /// The question, word by word as the shell parts it.
  @Argument(help: ArgumentHelp(Console.current.say("ask.question"), valueName: "question"))
  public var question: [String]

  /// The most sentences for each thing that is asked for.
  @Option(name: .shortAndLong, help: ArgumentHelp(Console.current.say("ask.limit")))
  public var limit = 5

  /// Queries that the passages must match too.
  @Option(
    name: .customLong("filter"), parsing: .singleValue,
    help: ArgumentHelp(Console.current.say("ask.filter"), valueName: "query"))
  public var filters: [String] = []

  /// Whether other renderings of concepts are left aside.
  @Flag(name: .customLong("literal"), help: ArgumentHelp(Console.current.say("ask.literal")))
  public var isLiteral = false

  /// The file that the receipt is written to.
  @Option(help: ArgumentHelp(Console.current.say("option.receipt"), valueName: "file"))
  public var receipt: String?

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
      commandName: "ask", abstract: Console.current.say("ask.abstract"),
      discussion: Console.current.discussion("ask"))
  }
}
