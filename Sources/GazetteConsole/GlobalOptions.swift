public import ArgumentParser

/// The options that every subcommand takes.
public struct GlobalOptions: ParsableArguments {
  /// The folder of the index.
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(stringLiteral: Console.current.say("option.index")))
  public var indexFolder: String?

  /// Whether the answer is JSON.
  @Flag(help: ArgumentHelp(stringLiteral: Console.current.say("option.json")))
  public var json = false

  /// The language of messages; read before anything else is parsed.
  @Option(
    help: ArgumentHelp(
      Console.current.say("option.ui"), valueName: "en|zh"))
  public var ui: UILanguage?

  /// Whether colours are left out.
  @Flag(help: ArgumentHelp(stringLiteral: Console.current.say("option.no-color")))
  public var noColor = false

  /// Files of concepts beside what is built in and that of the corpus.
  @Option(
    name: .customLong("concepts"),
    help: ArgumentHelp(Console.current.say("option.concepts"), valueName: "file"))
  public var conceptFiles: [String] = []

  /// Creates options with their defaults.
  public init() {}

  /// The folder of the index: the option, else `GAZETTE_INDEX`, else `index`.
  public var index: String { Self.index(named: indexFolder) }

  /// The folder of the index where an option names one or not.
  public static func index(named folder: String?) -> String {
    folder ?? Environment.value("GAZETTE_INDEX") ?? "index"
  }
}

extension UILanguage: ExpressibleByArgument {}
