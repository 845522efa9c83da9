public import GazetteDocument
public import GazetteParsing

/// What came of every file when an index was refreshed; the counts add up.
public struct IndexingReport: Sendable, Hashable {
  /// A file that could not be read.
  public struct Failure: Sendable, Hashable {
    /// Its path.
    public let file: String
    /// A short name for the kind of failure.
    public let code: String
    /// What happened and what to do.
    public let message: String
    /// What the readers say of it, for other languages; `nil` when the system refused the file.
    public var parsing: ParseError?
    /// Why the system or the limits refused the file, for other languages; `nil` when it was read.
    public var refusal: CorpusError?
    /// Whether the index keeps the document as it was last read.
    public let isStale: Bool
    /// The line of the file that it is about, from 1; `nil` where none is known.
    public var line: Int?
    /// The column of that line, from 1.
    public var column: Int?
  }

  /// A file that was not read, for a reason that is no failure.
  public struct Skip: Sendable, Hashable {
    /// Its path.
    public let file: String
    /// Why.
    public let reason: SkipReason
  }

  /// Something to know of a file that was read.
  public struct Note: Sendable, Hashable {
    /// Its path.
    public let file: String
    /// What to know.
    public let notice: ParseNotice
  }

  /// Files that were not in the index before.
  public var new = 0
  /// Files whose bytes changed.
  public var changed = 0
  /// Files that are as they were.
  public var unchanged = 0
  /// Documents that left the index because their files are gone.
  public var removed = 0
  /// Documents that were tagged anew from what the index holds of them, their files unread.
  public var retagged = 0
  /// Files that were not read, each with its reason.
  public var skips: [Skip] = []
  /// Files that could not be read.
  public var failures: [Failure] = []
  /// What to know of files that were read in this run.
  public var notes: [Note] = []
  /// Documents in the index now.
  public var documents = 0
  /// Passages in the index now.
  public var passages = 0
  /// The revision of the corpus now.
  public var revision = ""
  /// How long it took, in seconds.
  public var seconds = 0.0

  /// All files found: `new + changed + unchanged + skipped + failed`.
  public var scanned: Int { new + changed + unchanged + skips.count + failures.count }

  /// Whether every file could be read.
  public var isComplete: Bool { failures.isEmpty }
}
