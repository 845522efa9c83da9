public import ArgumentParser

/// What `gazette parallels` is asked to do.
public struct ParallelsOptions: ParsableArguments {
  /// The documents to compare.
  @Argument(
    help: ArgumentHelp(Console.current.say("parallels.documents"), valueName: "document"))
  public var documents: [String] = []

  /// The kinds that are wanted.
  @Option(
    name: .customLong("kind"), parsing: .singleValue,
    help: ArgumentHelp(
      Console.current.say("parallels.kind"), valueName: "same|reworded|translation"))
  public var kinds: [String] = []

  /// The most pairs to show.
  @Option(name: .shortAndLong, help: ArgumentHelp(Console.current.say("parallels.limit")))
  public var limit = 20

  /// The most pairs of two documents to show.
  @Option(help: ArgumentHelp(Console.current.say("parallels.per-pair"), valueName: "n"))
  public var perPair = 3

  /// Creates options with their defaults.
  public init() {}

  /// Checks the numbers and names.
  ///
  /// - Throws: `ValidationError` when they make no sense.
  public func validate() throws {
    guard documents.count <= 2, (1...1_000_000).contains(limit), (1...1_000_000).contains(perPair),
      kinds.allSatisfy(["same", "reworded", "translation"].contains)
    else { throw ValidationError(Console.current.say("parallels.range")) }
  }

  /// What both programs say of the subcommand.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "parallels", abstract: Console.current.say("parallels.abstract"),
      discussion: Console.current.discussion("parallels"))
  }
}
