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

  /// Creates options from those of a command line by their names, flags among them with any value.
  ///
  /// `nil` when the language is none. See `SearchCommand.init(plain:)`.
  public init?(plain options: [String: String]) {
    indexFolder = options["--index"]
    json = options["--json"] != nil
    noColor = options["--no-color"] != nil
    ui = nil
    conceptFiles = []
    if let tag = options["--ui"] {
      guard let language = UILanguage(rawValue: tag) else { return nil }
      ui = language
    }
  }

  /// The folder of the index: the option, else `GAZETTE_INDEX`, else `index`.
  public var index: String {
    indexFolder ?? Environment.value("GAZETTE_INDEX") ?? "index"
  }
}

extension UILanguage: ExpressibleByArgument {}
