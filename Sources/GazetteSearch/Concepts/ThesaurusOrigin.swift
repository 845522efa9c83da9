public import GazetteDocument

/// What the documents of an index were tagged with, and where that came from.
public struct ThesaurusOrigin: Sendable, Hashable {
  /// A file of concepts.
  public struct Source: Sendable, Hashable {
    /// Its path; the name of the one that is built in.
    public let path: String
    /// The SHA-256 of its bytes.
    public let sha256: Digest

    /// Creates a source.
    public init(path: String, sha256: Digest) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// The first 32 bits of a SHA-256 over all that decides what is found; 0 for no thesaurus.
  public var fingerprint: UInt32
  /// The version of the rules of matching and of the form in which the thesaurus is kept.
  public var version: Int
  /// The files in the order in which they were merged, later ones counting more.
  public var sources: [Source]

  /// An index without a thesaurus.
  public static let none = ThesaurusOrigin(fingerprint: 0, version: 0, sources: [])

  /// Creates an origin.
  public init(fingerprint: UInt32, version: Int, sources: [Source]) {
    self.fingerprint = fingerprint
    self.version = version
    self.sources = sources
  }
}
