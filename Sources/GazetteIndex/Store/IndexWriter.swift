package import GazetteAnalysis

/// The one writer of an index: adds, replaces and deletes groups of entries, and publishes them with a commit.
///
/// Nothing is seen by anyone before `commit`; a writer that ends without it, or is killed at any moment, leaves the last
/// commit as it was. The writer holds the lock of the index as long as it lives. It is used by one task at a time; other
/// tasks can fill an `IndexPart` each.
public final class IndexWriter {
  let folder: IndexFolder
  private let lock: WriterLock
  private let analyzer: Analyzer
  let policy: MergePolicy
  let limits: SegmentLimits
  private let memoryBudget: Int
  private var manifest: Manifest
  var segments: [LiveSegment] = []
  private var buffer: SegmentBuffer
  private var isClosed = false
  /// The segments that the manifest on disk names; `nil` when it cannot be read, and after a commit that failed so late
  /// that either manifest may be the one on disk: then no segment is removed.
  private var published: [Manifest.Entry]?
  /// Whether commits leave merging to another thread, and the merge that is at work there.
  private let mergesInBackground: Bool
  var backgroundMerge: BackgroundMerge?
  /// The segments that are over a limit together, so that their merge is not tried again.
  var refusedMerge: [UInt64] = []
  /// Whether something was added or deleted since the last commit.
  public internal(set) var hasChanges = false

  /// Opens the index in a folder for writing, or begins one; the folder is made when it is missing.
  ///
  /// - Parameters:
  ///   - path: The folder of the index.
  ///   - schema: The fields and columns; an index that was made with others throws `IndexError.mismatched`.
  ///   - startingOver: Whether to begin an empty index in place of what is there, whatever its state. The old one stays
  ///     readable until the first commit.
  ///   - memoryBudget: How many bytes of memory entries may take before they are written out.
  ///   - mergesInBackground: Whether segments are merged in another thread while the writer goes on: a commit does not wait,
  ///     and what is merged is seen with a later one (see `finishMerges()`). Otherwise a commit merges before it returns.
  /// - Throws: `IndexError.locked` when another writer is at work, and what reading the last commit throws.
  public convenience init(
    at path: String, schema: Schema, startingOver: Bool = false, memoryBudget: Int = 64 << 20,
    mergesInBackground: Bool = false
  ) throws(IndexError) {
    try self.init(
      folder: IndexFolder(path: path), schema: schema, startingOver: startingOver,
      memoryBudget: memoryBudget, mergesInBackground: mergesInBackground)
  }

  /// Opens an index in a folder whose effects may be made to fail.
  package init(
    folder: IndexFolder, schema: Schema, analyzer: Analyzer = .standard,
    startingOver: Bool = false, memoryBudget: Int = 64 << 20, policy: MergePolicy = MergePolicy(),
    limits: SegmentLimits = SegmentLimits(), mergesInBackground: Bool = false
  ) throws(IndexError) {
    self.folder = folder
    self.limits = limits
    self.memoryBudget = memoryBudget
    self.policy = policy
    self.mergesInBackground = mergesInBackground
    self.analyzer = analyzer
    try folder.create()
    lock = try WriterLock(folder: folder)
    buffer = SegmentBuffer(
      schema: schema, analyzer: analyzer, folder: folder, memoryBudget: memoryBudget,
      limits: limits)
    manifest = Manifest(
      schema: schema, analyzerName: analyzer.name, analyzerVersion: analyzer.version)
    do throws(IndexError) {
      let last = try Manifest(folder: folder.path)
      published = last.entries
      manifest.generation = last.generation
      manifest.nextSegment = last.nextSegment
      if !startingOver {
        try last.check(path: folder.path, schema: schema, analyzer: analyzer)
        segments = try last.openSegments(in: folder.path)
        manifest = last
        userData = try last.userData.bytes()
      }
    } catch {
      switch error {
      // A folder without manifest has no commit yet.
      case .missing(folder.path): published = []
      case .missing(let file):
        throw .corrupt(file: file, offset: 0, what: "a segment of the last commit is missing")
      // Nobody knows which segments it names, so they stay until the first commit.
      case .corrupt where startingOver, .incompatible where startingOver: break
      default: throw error
      }
    }
    try removeLeftovers(unfinished: true)
  }

  /// The number of the last commit; 0 before the first.
  public var generation: UInt64 { manifest.generation }

  /// The fields and columns of the index.
  public var schema: Schema { manifest.schema }

  /// What was kept with the last commit.
  public private(set) var userData: [UInt8] = []

  /// Adds a group, in place of an earlier one with its key.
  ///
  /// When it throws `IndexError.io`, the group is in memory all the same and goes out with what follows.
  public func add(_ group: EntryGroup) throws(IndexError) {
    precondition(!isClosed, "the writer is closed")
    try buffer.check(group)
    if buffer.hasNoRoom(for: group) { try flush() }
    if let key = group.key { try deletePublished(key: Array(key.utf8), before: segments.count) }
    hasChanges = true
    try buffer.add(group)
    if buffer.isFull { try flush() }
  }

  /// Deletes the group with a key; false when there is none.
  @discardableResult
  public func delete(key: String) throws(IndexError) -> Bool {
    precondition(!isClosed, "the writer is closed")
    let key = Array(key.utf8)
    let wasPublished = try deletePublished(key: key, before: segments.count)
    let isDeleted = buffer.delete(key: key) || wasPublished
    hasChanges = hasChanges || isDeleted
    return isDeleted
  }

  /// An empty part, which another task may fill and seal while this writer and other parts are at work.
  ///
  /// - Parameters:
  ///   - memoryBudget: How many bytes of memory the part may take; `nil` for as much as the writer.
  ///   - makesSegments: Whether the part is encoded as a segment of its own, when it is sealed; otherwise its entries join
  ///     those of other parts, when they are appended.
  /// - Returns: A part for `append(_:)` of this writer.
  public func makePart(memoryBudget: Int? = nil, makesSegments: Bool = false) -> IndexPart {
    let (schema, analyzer, folder, limits) = (schema, analyzer, folder, limits)
    let memoryBudget = memoryBudget ?? self.memoryBudget
    return IndexPart(schema: schema, makesSegments: makesSegments) {
      SegmentBuffer(
        schema: schema, analyzer: analyzer, folder: folder, memoryBudget: memoryBudget,
        isPart: !makesSegments, limits: limits)
    }
  }

  /// Adds the groups of a part after all groups that were added before, in place of earlier ones with their keys.
  ///
  /// The part is used up. The index depends on the order in which parts are appended, not on when they were filled.
  public func append(_ part: consuming IndexPart) throws(IndexError) {
    precondition(!isClosed, "the writer is closed")
    precondition(part.schema == schema, "the part has another schema")
    for piece in try part.take() {
      switch piece {
      case .entries(let entries):
        if buffer.hasNoRoom(for: entries) || buffer.isFull { try flush() }
        try buffer.take(entries)
        hasChanges = true
        for key in entries.keys { try deletePublished(key: key, before: segments.count) }
      case .segment(let file, let keys, let deletedGroups):
        try flush()
        let older = segments.count
        try publish(file, deletedGroups: deletedGroups)
        hasChanges = true
        for key in keys { try deletePublished(key: key, before: older) }
      }
    }
  }

  @discardableResult
  private func deletePublished(key: [UInt8], before end: Int) throws(IndexError) -> Bool {
    var isDeleted = false
    for index in 0..<end {
      if let group = try segments[index].liveGroup(key: key) {
        try segments[index].live.delete(group: group, of: segments[index].segment)
        isDeleted = true
      }
    }
    return isDeleted
  }

  /// Finishes the segment in memory, not yet published with a commit.
  private func flush() throws(IndexError) {
    guard !buffer.isEmpty else { return }
    if buffer.hasLiveGroups {
      try publish(try buffer.finish(), deletedGroups: buffer.deletedGroups)
    }
    buffer = makeBuffer()
  }

  private func makeBuffer() -> SegmentBuffer {
    SegmentBuffer(
      schema: schema, analyzer: analyzer, folder: folder, memoryBudget: memoryBudget,
      limits: limits)
  }

  /// Takes a segment in a finished file to the end of the list.
  private func publish(_ file: AtomicFile, deletedGroups: [Int]) throws(IndexError) {
    var added = LiveSegment(segment: try publish(file))
    for group in deletedGroups { try added.live.delete(group: group, of: added.segment) }
    segments.append(added)
  }

  /// Opens a segment in a finished file, and gives the file its name.
  func publish(_ file: AtomicFile) throws(IndexError) -> Segment {
    let number = manifest.nextSegment
    let segment = try Segment(
      folder: folder.path, number: number, schema: schema, unpublished: file.temporary)
    manifest.nextSegment += 1
    try file.publish(as: segment.name)
    return segment
  }

  /// Publishes everything that was added and deleted.
  ///
  /// When it returns, the commit is durable. When it throws, the last commit is still there, and the commit may be tried
  /// again; but once the system has failed to make bytes durable (`io` with the operation `synchronize`) those bytes are
  /// given up, so that it may throw each time: then another writer has to begin from the last commit.
  ///
  /// - Parameter userData: What to keep with the commit; `nil` keeps what was there.
  /// - Returns: The number of the commit.
  /// - Throws: `IndexError.io` when the disk refuses, `tooLarge` when a segment outgrows the format, and `corrupt` when
  ///   damage is met while segments are merged.
  @discardableResult
  public func commit(userData: [UInt8]? = nil) throws(IndexError) -> UInt64 {
    try commit(userData: userData, log: nil)
  }

  /// Publishes everything that was added and deleted, and a log of it that lies beside the segments.
  @discardableResult
  package func commit(
    userData: [UInt8]? = nil, log: CommitLogWriter?
  ) throws(IndexError) -> UInt64 {
    precondition(!isClosed, "the writer is closed")
    try flush()
    if mergesInBackground {
      // Should merging not keep up, the commit waits: the number of segments stays bounded.
      try takeMerge(waiting: segments.count >= 2 * policy.segmentLimit)
      removeEmptySegments()
    } else {
      try merge()
    }
    var next = manifest
    next.generation += 1
    // A log of a commit that does not come about is written over by that of the next one.
    try log?.publish(generation: next.generation)
    // The names of the segments must be durable before a manifest names them.
    try folder.synchronize()
    next.entries = segments.map { Manifest.Entry($0) }
    next.userData = UserData(userData ?? self.userData)
    // Should this fail after the new name is in place, the number must not be used for other contents.
    manifest.generation = next.generation
    published = nil
    try next.publish(in: folder)
    published = next.entries
    manifest = next
    if let userData { self.userData = userData }
    hasChanges = false
    // The commit stands; what cannot be removed now, the next writer removes.
    try? removeLeftovers()
    if mergesInBackground { beginMerge() }
    return next.generation
  }

  /// Removes the files of segments that are in no commit nor in use, and the files that a killed writer left unfinished.
  private func removeLeftovers(unfinished: Bool = false) throws(IndexError) {
    let kept = published.map { published in
      Set(published.map { Segment.name($0.number) } + segments.map(\.segment.name))
    }
    for name in try folder.list() {
      let isSegment = name.hasSuffix(Segment.nameEnding)
      let isUnfinished = unfinished && name.hasSuffix(AtomicFile.temporaryEnding)
      if isSegment, let number = UInt64(name.dropLast(Segment.nameEnding.count)) {
        manifest.nextSegment = max(manifest.nextSegment, number + 1)
      }
      if isUnfinished || (isSegment && kept?.contains(name) == false) { try folder.remove(name) }
    }
  }

  /// Ends the writer without a commit: what was added since the last one is gone.
  public func close() {
    guard !isClosed else { return }
    isClosed = true
    backgroundMerge?.cancel()
    backgroundMerge = nil
    segments = []
    buffer = makeBuffer()
    try? removeLeftovers()
    lock.release()
  }

  deinit { close() }
}
