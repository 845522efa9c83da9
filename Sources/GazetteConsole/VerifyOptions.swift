public import ArgumentParser

/// What `gazette verify` is asked to do.
public struct VerifyOptions: ParsableArguments {
  /// The form of a draft on standard input.
  public enum Form: String, ExpressibleByArgument, CaseIterable, Sendable {
    case md, txt, html, docx
  }

  /// The draft.
  @Argument(help: ArgumentHelp(Console.current.say("verify.draft"), valueName: "draft|-"))
  public var draft: String

  /// The form of a draft on standard input.
  @Option(name: .customLong("as"), help: ArgumentHelp(Console.current.say("verify.as")))
  public var form: Form = .md

  /// The verdicts that count as findings.
  @Option(help: ArgumentHelp(Console.current.say("verify.fail-on"), valueName: "verdicts"))
  public var failOn: String?

  /// Whether only findings are listed.
  @Flag(help: ArgumentHelp(Console.current.say("verify.findings")))
  public var findings = false

  /// Whether the answer is a SARIF log.
  @Flag(help: ArgumentHelp(Console.current.say("verify.sarif")))
  public var sarif = false

  /// The file that the annotated copy is written to.
  @Option(help: ArgumentHelp(Console.current.say("verify.html"), valueName: "file"))
  public var html: String?

  /// Creates options with their defaults.
  public init() {}

  /// What both programs say of the subcommand.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify", abstract: Console.current.say("verify.abstract"),
      discussion: Console.current.discussion("verify"))
  }
}
