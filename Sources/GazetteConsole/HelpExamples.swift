import CGazetteData

/// The examples of the help: a table, so that each can be tried.
public struct HelpExamples {
  /// One command line.
  public struct Example: Sendable, Hashable {
    /// The subcommand that it shows, such as `concepts show`.
    public let subcommand: String
    /// What it ends with over the sample corpus.
    public let status: Int32
    /// The command line as a shell takes it.
    public let line: String
  }

  /// All examples in the order of the table, in which they can be tried one after the other.
  public let all: [Example]

  /// Reads the table.
  ///
  /// - Parameter language: The language of the words that are looked for.
  public init(language: UILanguage) {
    let table = gazette_table_examples()
    let bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
    all = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard line.first != UInt8(ascii: "#") else { return nil }
      let cells = line.split(separator: UInt8(ascii: "\t")).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard cells.count == 4, let status = Int32(cells[1]) else { return nil }
      return Example(
        subcommand: cells[0], status: status, line: cells[language == .english ? 2 : 3])
    }
  }

  /// The command lines of one subcommand.
  public func lines(of subcommand: String) -> [String] {
    all.filter { $0.subcommand == subcommand }.map(\.line)
  }
}

extension Console {
  /// What the help of a subcommand says below its first line: its discussion where the table of messages has one, and its
  /// examples.
  ///
  /// - Parameters:
  ///   - key: The key of the messages, such as `concepts.show`.
  ///   - subcommand: Its words where they are not those of the key.
  /// - Returns: The text.
  public func discussion(_ key: String, of subcommand: String? = nil) -> String {
    let name = subcommand ?? key.split(separator: ".").joined(separator: " ")
    let lines = HelpExamples(language: say.language).lines(of: name)
    let examples = ([say("help.examples")] + lines.map { "  " + $0 }).joined(separator: "\n")
    let parts = [say.sentence(key + ".discussion"), lines.isEmpty ? nil : examples]
    return parts.compactMap { $0 }.joined(separator: "\n\n")
  }
}
