public import GazetteDocument

/// What the index remembers of one file of the corpus.
public struct FileRecord: Sendable, Hashable {
  /// What came of a file.
  public enum Outcome: Sendable, Hashable {
    /// Its document is in the index.
    case indexed
    /// It was not read, for a reason.
    case skipped(reason: String)
    /// It could not be read. When `isStale`, the document as it was last read is still in the index.
    case failed(code: String, message: String, isStale: Bool)
  }

  /// The path by which it was opened.
  public var path: String
  /// The name of its document.
  public var document: PolicyDocument.ID
  /// The SHA-256 of the bytes that the index holds of it; `nil` when it holds none.
  public var sha256: Digest?
  /// The SHA-256 of the source text that the index holds of it; `nil` when it holds none.
  public var textSHA256: Digest?
  /// What came of it.
  public var outcome: Outcome
  /// The SHA-256 of the file beside it that its metadata was entered in; `nil` for none.
  public var sidecarSHA256: Digest?
  /// What is needed to find its document by a citation and to order it among its versions; `nil` when the index holds none.
  public var identity: DocumentIdentity?

  /// Creates a record.
  public init(
    path: String, document: PolicyDocument.ID, sha256: Digest?, textSHA256: Digest?,
    outcome: Outcome, sidecarSHA256: Digest? = nil, identity: DocumentIdentity? = nil
  ) {
    self.path = path
    self.document = document
    self.sha256 = sha256
    self.textSHA256 = textSHA256
    self.outcome = outcome
    self.sidecarSHA256 = sidecarSHA256
    self.identity = identity
  }
}
