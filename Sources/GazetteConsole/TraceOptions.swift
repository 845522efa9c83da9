public import ArgumentParser

/// What `gazette trace` is asked to do.
public struct TraceOptions: ParsableArguments {
  /// A concept or a measure.
  @Argument(help: ArgumentHelp(Console.current.say("trace.subject"), valueName: "concept|measure"))
  public var subject: String

  /// Documents to look at.
  @Option(
    name: .customLong("doc"), parsing: .singleValue,
    help: ArgumentHelp(Console.current.say("measures.doc"), valueName: "document"))
  public var documents: [String] = []

  /// Whether requirements that did not change are listed too.
  @Flag(help: ArgumentHelp(Console.current.say("trace.unchanged")))
  public var unchanged = false

  /// The file that the plot is written to.
  @Option(help: ArgumentHelp(Console.current.say("trace.svg"), valueName: "file"))
  public var svg: String?

  /// Creates options with their defaults.
  public init() {}

  /// What both programs say of the subcommand.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "trace", abstract: Console.current.say("trace.abstract"),
      discussion: Console.current.discussion("trace"))
  }
}
