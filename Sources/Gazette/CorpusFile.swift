/// One file that a walk over a corpus found.
public struct CorpusFile: Sendable, Hashable {
  /// The path to open it by: the root as given, and the path below it.
  public let path: String
  /// The path below its root, with `/`; the file's own name when the root is a file.
  public let relativePath: String
  /// Its size in bytes when it was listed.
  public let size: Int
  /// Why it is not to be read; `nil` for one that is.
  public let skipReason: SkipReason?

  /// Creates an entry of a listing.
  package init(path: String, relativePath: String, size: Int, skipReason: SkipReason?) {
    self.path = path
    self.relativePath = relativePath
    self.size = size
    self.skipReason = skipReason
  }
}
