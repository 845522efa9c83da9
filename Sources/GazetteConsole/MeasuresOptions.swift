public import ArgumentParser

/// What `gazette measures` is asked to do.
public struct MeasuresOptions: ParsableArguments {
  /// Which measures are wanted.
  @OptionGroup public var selection: MeasureOptions

  /// How they are listed.
  @Option(help: ArgumentHelp(Console.current.say("measures.format"), valueName: "table|jsonl|csv"))
  public var format: MeasureForm = .table

  /// Whether CSV begins with a byte order mark.
  @Flag(help: ArgumentHelp(Console.current.say("measures.bom")))
  public var bom = false

  /// The most measures to show.
  @Option(name: .shortAndLong, help: ArgumentHelp(Console.current.say("measures.limit")))
  public var limit = 50

  /// Whether all are shown.
  @Flag(help: ArgumentHelp(Console.current.say("measures.all")))
  public var all = false

  /// The measure of which is told how it was found.
  @Option(help: ArgumentHelp(Console.current.say("measures.explain"), valueName: "id"))
  public var explain: String?

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
      commandName: "measures", abstract: Console.current.say("measures.abstract"),
      discussion: Console.current.discussion("measures"))
  }
}
