public import ArgumentParser

/// What `gazette index` is asked to do.
public struct IndexOptions: ParsableArguments {
  /// The folders and files to read.
  @Argument(help: ArgumentHelp(Console.current.say("index.paths")))
  public var paths: [String] = ["corpus"]

  /// How many threads parse and index.
  @Option(name: .shortAndLong, help: ArgumentHelp(Console.current.say("index.jobs")))
  public var jobs: Int?

  /// Files with more megabytes than this are refused.
  @Option(help: ArgumentHelp(Console.current.say("index.max-size"), valueName: "MB"))
  public var maxSize = 256

  /// Whether everything is read anew.
  @Flag(help: ArgumentHelp(Console.current.say("index.rebuild")))
  public var rebuild = false

  /// Whether documents are only tagged anew.
  @Flag(help: ArgumentHelp(Console.current.say("index.retag")))
  public var retag = false

  /// Creates options with their defaults.
  public init() {}

  /// Checks that the numbers make sense.
  ///
  /// - Throws: `ValidationError` when they do not.
  public func validate() throws {
    guard jobs.map((1...256).contains) ?? true, (1...4000).contains(maxSize) else {
      throw ValidationError(Console.current.say("index.range"))
    }
  }

  /// What both programs say of the subcommand.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "index", abstract: Console.current.say("index.abstract"),
      discussion: Console.current.discussion("index"))
  }
}
