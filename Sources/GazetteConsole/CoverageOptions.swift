public import ArgumentParser

/// What `gazette coverage` is asked to do.
public struct CoverageOptions: ParsableArguments {
  /// How a coverage is written.
  public enum Form: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// For reading.
    case text
    /// As the envelope of every answer.
    case json
    /// In the words of OSCAL's control mapping model.
    case oscal
  }

  /// Documents whose measures are to be carried out.
  @Option(
    name: .customLong("of"), parsing: .singleValue,
    help: ArgumentHelp(Console.current.say("coverage.of"), valueName: "document"))
  public var sources: [String] = []

  /// Documents that may carry them out.
  @Option(
    name: .customLong("by"), parsing: .singleValue,
    help: ArgumentHelp(Console.current.say("coverage.by"), valueName: "document"))
  public var targets: [String] = []

  /// How it is written.
  @Option(help: ArgumentHelp(Console.current.say("coverage.format"), valueName: "text|json|oscal"))
  public var format: Form = .text

  /// Pairs that a person confirms.
  @Option(
    name: .customLong("confirm"), parsing: .singleValue,
    help: ArgumentHelp(Console.current.say("coverage.confirm"), valueName: "id=id"))
  public var confirmed: [String] = []

  /// Pairs that a person rejects.
  @Option(
    name: .customLong("reject"), parsing: .singleValue,
    help: ArgumentHelp(Console.current.say("coverage.reject"), valueName: "id=id"))
  public var rejected: [String] = []

  /// The file of decisions.
  @Option(help: ArgumentHelp(Console.current.say("coverage.decisions"), valueName: "file"))
  public var decisions: String?

  /// Creates options with their defaults.
  public init() {}

  /// Checks that both sides are named.
  ///
  /// - Throws: `ValidationError` when one is not.
  public func validate() throws {
    guard !sources.isEmpty, !targets.isEmpty else {
      throw ValidationError(Console.current.say("coverage.sides"))
    }
    for pair in confirmed + rejected where pair.split(separator: "=").count != 2 {
      throw ValidationError(Console.current.say("coverage.pair", pair))
    }
  }

  /// What both programs say of the subcommand.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "coverage", abstract: Console.current.say("coverage.abstract"),
      discussion: Console.current.discussion("coverage"))
  }
}
