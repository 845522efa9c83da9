import Dispatch
import GazetteDocument
import GazetteIndex
import GazetteParsing
import GazetteSearch
import Synchronization

/// Builds or refreshes the index of a corpus: reads what changed, in parallel, and publishes it with one commit.
///
/// Until the commit the index answers as before; a run that is interrupted or killed at any point leaves it as it was.
/// The result does not depend on the number of threads.
public struct CorpusIndexing: Sendable {
  /// How far a run has come.
  public struct Progress: Sendable, Hashable {
    /// Files done.
    public let files: Int
    /// Bytes done.
    public let bytes: Int
    /// Bytes in all, as listed.
    public let totalBytes: Int
  }

  private let corpus: Corpus
  private let path: String
  /// How many threads parse and index.
  public var threadCount: Int
  /// Whether every file is read anew, and the index built from nothing.
  public var rebuilds = false
  /// Asked between files; when it says so, the run ends with `CorpusError.interrupted`.
  public var isInterrupted: @Sendable () -> Bool = { false }
  /// Told after each file, from any thread.
  public var progress: @Sendable (Progress) -> Void = { _ in }

  /// About this many bytes of files are indexed as one piece of work, which bounds the memory of a thread.
  private static let unitSize = 16 << 20

  /// Prepares a run; nothing is read or written yet.
  ///
  /// - Parameters:
  ///   - corpus: What to read.
  ///   - path: The index folder; made when it is missing.
  public init(of corpus: Corpus, at path: String) {
    self.corpus = corpus
    self.path = path
    threadCount = max(1, CPUCount.available)
  }

  /// Does the work.
  ///
  /// - Returns: What came of every file.
  /// - Throws: `IndexError` when the index cannot be written or another writer is at work, `CorpusError.interrupted`.
  public func run() throws -> IndexingReport {
    let start = ContinuousClock.now
    var opening = try IndexOpening(path: path, rebuilds: rebuilds)
    let work = try IndexingWork(
      corpus: corpus, known: opening.known, readsAnew: opening.isOutdated, units: units(),
      threadCount: threadCount)
    try work.run(into: opening.writer, isInterrupted: isInterrupted, progress: progress)
    var report = try opening.finish(corpus: corpus, outcomes: work.outcomes)
    let elapsed = (ContinuousClock.now - start).components
    report.seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    return report
  }

  /// Ranges of sources, each of about the unit's size, in order.
  private func units() -> [Range<Int>] {
    var units: [Range<Int>] = []
    var first = 0
    var size = 0
    for (index, source) in corpus.sources.enumerated() {
      size += source.file.size
      if size >= CorpusIndexing.unitSize {
        units.append(first..<(index + 1))
        first = index + 1
        size = 0
      }
    }
    if first < corpus.sources.count { units.append(first..<corpus.sources.count) }
    return units
  }
}
