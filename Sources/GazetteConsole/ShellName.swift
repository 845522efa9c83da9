public import ArgumentParser
import CGazetteData

/// A shell that words are completed for.
public enum ShellName: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// GNU bash.
  case bash
  /// The Z shell.
  case zsh
  /// fish.
  case fish

  /// The script that asks the command for words.
  public var script: String {
    let table =
      switch self {
      case .bash: gazette_table_completion_bash()
      case .zsh: gazette_table_completion_zsh()
      case .fish: gazette_table_completion_fish()
      }
    return String(
      decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
  }
}
