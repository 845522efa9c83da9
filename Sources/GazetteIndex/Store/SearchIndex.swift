package import GazetteAnalysis

/// An index on disk, as its last commit left it.
public struct SearchIndex: Sendable {
  /// The number of the commit.
  public let generation: UInt64
  /// The fields and columns.
  public let schema: Schema
  private let keptData: UserData
  private let segments: [LiveSegment]
  private let path: String

  /// Opens the last commit of the index in a folder.
  ///
  /// Costs a few system calls for every segment; the bytes are read when they are needed. A writer may be at work meanwhile.
  ///
  /// - Throws: `IndexError.missing` when there is no index, `mismatched` when it was made by another analyzer, `incompatible`,
  ///   `corrupt` or `io`.
  public init(at path: String) throws(IndexError) { try self.init(at: path, analyzer: .standard) }

  /// Opens the last commit of an index that was made with an analyzer.
  package init(at path: String, analyzer: Analyzer) throws(IndexError) {
    self.path = path
    var last: UInt64?
    while true {
      let manifest = try Manifest(folder: path)
      try manifest.check(path: path, analyzer: analyzer)
      do throws(IndexError) {
        segments = try manifest.openSegments(in: path)
      } catch .missing(let file) {
        // A commit in between may have taken the file away; then there is a newer manifest.
        guard last != manifest.generation else {
          throw .corrupt(file: file, offset: 0, what: "a segment of the last commit is missing")
        }
        last = manifest.generation
        continue
      }
      generation = manifest.generation
      schema = manifest.schema
      keptData = manifest.userData
      return
    }
  }

  /// What the owner of the index kept with the commit; costs reading it.
  ///
  /// - Throws: `IndexError.corrupt` when it is damaged.
  public func userData() throws(IndexError) -> [UInt8] { try keptData.bytes() }

  /// The first bytes of what the owner of the index kept, at most as many as are asked for.
  ///
  /// - Throws: `IndexError.corrupt` when they are damaged; damage farther on is not looked for.
  public func userData(prefix count: Int) throws(IndexError) -> [UInt8] {
    try keptData.prefix(count)
  }

  /// How many bytes the owner of the index kept with the commit.
  public var userDataCount: Int { keptData.count }

  /// A range of the bytes that the owner of the index kept, as far as there are any.
  ///
  /// - Throws: `IndexError.corrupt` when they are damaged; damage elsewhere is not looked for.
  public func userData(in range: Range<Int>) throws(IndexError) -> [UInt8] {
    try keptData.bytes(in: range)
  }

  /// The commits of which there is a log, rising, up to this one.
  package func logged() throws(IndexError) -> [UInt64] {
    CommitLog.generations(among: try IndexFolder(path: path).list()).filter { $0 <= generation }
  }

  /// The log of a commit.
  ///
  /// - Throws: `IndexError.missing` when there is none, `corrupt` when it is damaged.
  package func log(of generation: UInt64) throws(IndexError) -> CommitLog {
    try CommitLog(folder: path, generation: generation)
  }

  /// A view of the commit that answers queries, and stays as it is whatever later commits do.
  public func searcher() -> Searcher {
    Searcher(segments: segments, schema: schema, generation: generation)
  }

  /// Reads every byte and holds it against its checksum; throws `IndexError.corrupt` for the first damage.
  public func verify() throws(IndexError) {
    for segment in segments { try segment.segment.file.verify() }
  }
}
