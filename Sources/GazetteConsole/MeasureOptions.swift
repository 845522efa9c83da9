public import ArgumentParser

/// Which measures a command takes.
public struct MeasureOptions: ParsableArguments {
  /// Documents by id, unique tail or number.
  @Option(
    name: .customLong("doc"), parsing: .singleValue,
    help: ArgumentHelp(Console.current.say("measures.doc"), valueName: "document"))
  public var documents: [String] = []

  /// A section by path, number or heading.
  @Option(
    name: .customLong("section"),
    help: ArgumentHelp(Console.current.say("measures.section"), valueName: "section"))
  public var section: String?

  /// Concepts by id or label.
  @Option(
    name: .customLong("concept"), parsing: .singleValue,
    help: ArgumentHelp(Console.current.say("measures.concept"), valueName: "concept"))
  public var concepts: [String] = []

  /// A query that the passages must match.
  @Option(help: ArgumentHelp(Console.current.say("measures.query"), valueName: "query"))
  public var query: String?

  /// Words in the name of a body.
  @Option(help: ArgumentHelp(Console.current.say("measures.actor"), valueName: "body"))
  public var actor: String?

  /// The least and the greatest strength.
  @Option(help: ArgumentHelp(Console.current.say("measures.strength"), valueName: "n|n..m"))
  public var strength: String?

  /// The day before which the deadline lies.
  @Option(help: ArgumentHelp(Console.current.say("measures.due-before"), valueName: "date"))
  public var dueBefore: String?

  /// Fields that are missing.
  @Option(
    name: .customLong("missing"), parsing: .singleValue,
    help: ArgumentHelp(
      Console.current.say("measures.missing"), valueName: "actor|deadline|indicator|object"))
  public var missing: [String] = []

  /// Who speaks.
  @Option(
    name: .customLong("voice"), parsing: .singleValue,
    help: ArgumentHelp(
      Console.current.say("measures.voice"),
      valueName: "policy|leader-speech|expert|narration|caption|unknown"))
  public var voices: [String] = []

  /// Whether principles, results and exhortation are taken too.
  @Flag(name: .customLong("optional"), help: ArgumentHelp(Console.current.say("measures.optional")))
  public var takesOptional = false

  /// Files of words by which measures are found, beside those that are built in.
  @Option(
    name: .customLong("lexicon"), parsing: .singleValue,
    help: ArgumentHelp(Console.current.say("measures.lexicon"), valueName: "file"))
  public var lexicons: [String] = []

  /// Creates options with their defaults.
  public init() {}
}
