import ArgumentParser
import GazetteConsole

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A subcommand as its declaration describes it: what the manual page and the completion are made of.
struct CommandDescription: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  var subcommands: [CommandDescription]?
  let arguments: [ArgumentDescription]?
  var shouldDisplay: Bool?
  let defaultSubcommand: String?

  /// The subcommands that people see, without that of the argument parser itself.
  var shownSubcommands: [CommandDescription] {
    (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
  }

  /// The arguments that people see.
  var shownArguments: [ArgumentDescription] {
    (arguments ?? []).filter {
      $0.shouldDisplay && $0.longName != "help" && $0.longName != "version"
    }
  }

  /// This program and its sibling as one command.
  ///
  /// - Returns: The description; `nil` when it cannot be read.
  static func whole() -> CommandDescription? {
    guard var root = own(), let sibling = sibling() else { return own() }
    root.subcommands = root.subcommands?.map { command in
      sibling.subcommands?.first { $0.commandName == command.commandName } ?? command
    }
    return root
  }

  /// What this program does itself; of what it hands over only that there is such a thing.
  static func own() -> CommandDescription? {
    decoded(HelpText.localised(Root._dumpHelp(), Console.current.say))
  }

  /// What the sibling does.
  static func sibling() -> CommandDescription? {
    let language = Console.current.isChinese ? "zh_CN.UTF-8" : "en_US.UTF-8"
    return SiblingProgram.output(
      of: "gazette-corpus", ["--experimental-dump-help"], language: language
    ).flatMap(decoded)
  }

  private struct Dump: Decodable { let command: CommandDescription }

  private static func decoded(_ json: String) -> CommandDescription? {
    (try? JSONDecoder().decode(Dump.self, from: Data(json.utf8)))?.command
  }
}
