public import GazetteExport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the command speaks: data on standard output, talk on standard error, in the language of the run.
public struct Console: Sendable {
  /// The sentences in the language of the run.
  public let say: Messages
  /// Whether the answer is JSON.
  public var isJSON: Bool
  /// Whether standard output may carry colours.
  public var hasColor: Bool

  /// The console of this process, set up from its command line and environment.
  public static let current = Console(
    arguments: CommandLine.arguments.dropFirst(), environment: Environment.value)

  /// Creates a console from a command line.
  ///
  /// - Parameters:
  ///   - arguments: The words after the program's name.
  ///   - environment: The environment.
  public init(arguments: some Sequence<String>, environment: (String) -> String?) {
    let words = Array(arguments.prefix { $0 != "--" })
    say = Messages(language: UILanguage.chosen(arguments: words, environment: environment))
    isJSON = words.contains("--json")
    hasColor =
      Environment.outputIsTerminal && !words.contains("--no-color")
      && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
  }

  /// Whether the run speaks Chinese.
  public var isChinese: Bool { say.language == .chinese }

  /// Prints data on standard output as it is, without a line end of its own.
  public func put(_ text: String) { Console.write(text, to: STDOUT_FILENO) }

  /// Prints a line of talk on standard error, made safe for a terminal.
  public func tell(_ text: String) {
    Console.write(TerminalText.visible(text, keepsLines: true) + "\n", to: STDERR_FILENO)
  }

  /// Prints an answer as JSON on one line.
  public func put(_ json: JSONValue) throws { put(try json.text() + "\n") }

  /// The text in bold, lit for a match, where colours are allowed.
  public func lit(_ text: String) -> String { hasColor ? "\u{1B}[1;33m\(text)\u{1B}[0m" : text }

  /// The text as a title, where colours are allowed.
  public func strong(_ text: String) -> String { hasColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// The text set back, where colours are allowed.
  public func faint(_ text: String) -> String { hasColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  /// Writes all of a text; a reader who has gone away ends the process quietly, as `head` expects.
  static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count, let base = bytes.baseAddress {
        let count = systemWrite(descriptor, base + written, bytes.count - written)
        if count < 0 {
          if errno == EINTR { continue }
          if errno == EPIPE { exit(ExitStatus.found.rawValue) }
          exit(ExitStatus.failed.rawValue)
        }
        written += count
      }
    }
  }

  private static func systemWrite(
    _ descriptor: Int32, _ bytes: UnsafePointer<UInt8>, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes, count)
    #else
      Darwin.write(descriptor, bytes, count)
    #endif
  }
}
