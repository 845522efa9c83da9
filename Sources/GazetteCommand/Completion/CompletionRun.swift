import GazetteConsole

/// Answers a shell that asks how a word can go on; never says anything else, and never fails.
///
/// The first line is `values`, `open` (no space follows) or `files` (the shell knows better); then a word a line, for zsh and fish with
/// what it stands for behind a tab.
struct CompletionRun {
  /// Takes `complete SHELL …` apart without the argument parser, whose declarations take longer to set up than the answer.
  ///
  /// - Parameter words: The words after the program's name.
  /// - Returns: What answers; `nil` for another subcommand.
  static func plain(_ words: ArraySlice<String>) -> (() throws -> Void)? {
    guard words.first == "complete", let name = words.dropFirst().first,
      let shell = ShellName(rawValue: name)
    else { return nil }
    let rest = Array(words.dropFirst(2))
    return { Console.current.put(reply(to: shell, rest)) }
  }

  static func reply(to shell: ShellName, _ words: [String]) -> String {
    switch shell {
    case .bash:
      guard words.count == 2 else { return "" }
      let line = ShellLine(words[1], breaks: words[0])
      let answer = CompletionAnswer(Array(line.words.dropFirst()), current: line.current)
      let lines = answer.words.compactMap { line.replacement($0.value) }
      return text(answer, lines)
    case .zsh, .fish:
      guard let last = words.last else { return "" }
      let isFish = shell == .fish
      // What is typed so far may be quoted, or have its signs behind backslashes; of fish so may the words before.
      func plain(_ word: String) -> String { ShellLine(word, isWord: true).current }
      let before = Array(words.dropLast())
      let answer = CompletionAnswer(isFish ? before.map(plain) : before, current: plain(last))
      let lines = answer.words.map { word in
        let note = word.note.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let end = isFish ? "" : word.isOpen ? "\topen" : "\tshut"
        return word.value + (note.isEmpty && isFish ? "" : "\t" + TerminalText.visible(note)) + end
      }
      return text(answer, lines)
    }
  }

  private static func text(_ answer: CompletionAnswer, _ lines: [String]) -> String {
    if answer.wantsFiles { return "files\n" }
    let isOpen = answer.words.count == 1 && answer.words[0].isOpen
    return ([isOpen ? "open" : "values"] + lines).joined(separator: "\n") + "\n"
  }
}
