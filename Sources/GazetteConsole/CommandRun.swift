public import ArgumentParser
import GazetteExport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs a command from its words to its exit status: help, errors and findings in the language of the run.
public enum CommandRun {
  /// Parses the words of the process, runs the subcommand, and ends the process with its status.
  ///
  /// Help and results go to standard output; errors go to standard error, or as JSON to standard output when `--json`
  /// was asked for.
  ///
  /// - Parameters:
  ///   - root: The command.
  ///   - plain: Takes the words after the program's name apart without the argument parser, where it can; what it returns
  ///     is run.
  public static func main(
    _ root: any ParsableCommand.Type,
    plain: (ArraySlice<String>) -> (() throws -> Void)? = { _ in nil }
  ) -> Never {
    signal(SIGPIPE, SIG_IGN)
    do {
      if let run = plain(CommandLine.arguments.dropFirst()) {
        try run()
      } else {
        var command = try root.parseAsRoot(nil)
        try command.run()
      }
    } catch let status as ExitStatus {
      exit(status.rawValue)
    } catch {
      exit(report(error, of: root).rawValue)
    }
    exit(ExitStatus.found.rawValue)
  }

  private static func report(_ error: any Error, of root: any ParsableCommand.Type) -> ExitStatus {
    let console = Console.current
    if root.exitCode(for: error) == .success {
      console.put(HelpText.localised(root.fullMessage(for: error), console.say) + "\n")
      return .found
    }
    let isUsage = root.exitCode(for: error) == .validationFailure
    let message =
      isUsage
      ? HelpText.localised(root.fullMessage(for: error), console.say) : console.words(for: error)
    let code = isUsage ? "usage" : (error as? any CodedError)?.code ?? "failed"
    guard console.isJSON else {
      console.tell(isUsage ? message : console.say("error", message))
      return .failed
    }
    let failure = Envelope.failure(
      code: code, message: message, status: Int(ExitStatus.failed.rawValue))
    try? console.put(failure)
    return .failed
  }
}

extension ExitStatus: Error {}
