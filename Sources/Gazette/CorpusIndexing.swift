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
  /// Files of concepts beside what is built in and `concepts.yaml` of the corpus; later ones count more.
  public var conceptFiles: [String] = []
  /// Whether to do nothing but tag the documents of the index anew, from what it holds of them.
  ///
  /// An index that is missing, or was made by another version of the readers, is built all the same.
  public var retags = false
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
  /// - Throws: `IndexError` when the index cannot be written or another writer is at work, `ThesaurusError` when a file of
  ///   concepts is broken, `CorpusError` when one cannot be read, and `CorpusError.interrupted`.
  public func run() throws -> IndexingReport {
    let start = ContinuousClock.now
    let tagging = try Tagging(corpus: corpus.roots, files: conceptFiles)
    // What is wrong with a file of concepts is said before any work is done.
    if !rebuilds, retags { _ = try tagging.matcher() }
    var opening = try IndexOpening(path: path, tagging: tagging, rebuilds: rebuilds)
    var report: IndexingReport
    if retags, !opening.isOutdated, !opening.known.isEmpty {
      report = try opening.retag(threadCount: threadCount, isInterrupted: isInterrupted)
    } else {
      let work = IndexingWork(
        corpus: corpus, known: opening.known, readsAnew: opening.isOutdated, tagging: tagging,
        units: units(), threadCount: threadCount)
      try work.run(into: opening.writer, isInterrupted: isInterrupted, progress: progress)
      report = try opening.finish(
        corpus: corpus, outcomes: work.outcomes, threadCount: threadCount,
        isInterrupted: isInterrupted)
    }
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
