/// Help screens and usage errors in the language of the run.
///
/// The argument parser writes its own few words in English; everything else in a help screen is ours already.
public enum HelpText {
  /// The words that the argument parser writes itself, in the order in which they are replaced.
  private static let words = [
    "OVERVIEW: ", "USAGE: ", "Usage: ", "ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS:", "Error: ",
    "Show help information.", "Show the version.",
  ]

  /// Beginnings of usage errors, which stand behind the word for "error" on one line.
  private static let beginnings = [
    "Missing expected argument", "Unknown option", "Unexpected argument", "Missing value for",
    "Did you mean", "The value ", "is invalid for", "(default: ", "(values: ",
  ]

  /// A text of the argument parser with its own words in the language of the run.
  ///
  /// - Parameters:
  ///   - text: A help screen, an error, or a description.
  ///   - say: The sentences.
  /// - Returns: The text.
  public static func localised(_ text: String, _ say: Messages) -> String {
    guard say.language != .english else { return text }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, line) in lines.enumerated() {
      for word in words {
        guard let range = line.range(ofWord: word) else { continue }
        let key = "help." + word.lowercased().filter { $0.isLetter }
        lines[index] = line.replacing(range, with: say(key))
        break
      }
      for beginning in beginnings {
        guard let range = lines[index].range(ofWord: beginning) else { continue }
        let key = "help." + beginning.lowercased().filter { $0.isLetter }
        lines[index] = lines[index].replacing(range, with: say(key))
      }
      if line.hasPrefix("  See '") { lines[index] = say("help.see", quoted(in: line)) }
    }
    return lines.joined(separator: "\n")
  }

  private static func quoted(in line: String) -> String {
    let parts = line.split(separator: "'", omittingEmptySubsequences: false)
    return parts.count > 1 ? String(parts[1]) : line
  }
}

extension String {
  fileprivate func range(ofWord word: String) -> Range<String.Index>? {
    guard let start = indices.first(where: { self[$0...].hasPrefix(word) }) else { return nil }
    return start..<index(start, offsetBy: word.count)
  }

  fileprivate func replacing(_ range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + self[range.upperBound...]
  }
}
