/// What a run of the command ends with.
public enum ExitStatus: Int32, Sendable {
  /// Done, or something was found.
  case found = 0
  /// Nothing was found, or there are findings.
  case nothingFound = 1
  /// It could not be done, or not completely.
  case failed = 2
  /// A person interrupted it.
  case interrupted = 130
}
