/// A file or folder that could not be read at all.
public struct CorpusFailure: Sendable, Hashable {
  /// Its path.
  public let path: String
  /// What happened.
  public let error: CorpusError

  /// Creates a failure.
  package init(path: String, error: CorpusError) {
    self.path = path
    self.error = error
  }
}
