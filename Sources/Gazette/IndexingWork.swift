import GazetteDocument
import GazetteIndex
import GazetteParsing
import GazetteQuery
import GazetteSearch
import Synchronization

/// The parallel part of a run: units of sources become parts of the index, which are appended in the order of the units.
final class IndexingWork: Sendable {
  private struct Shared {
    var outcomes: [[SourceOutcome]]
    var files = 0
    var bytes = 0
  }

  private let corpus: Corpus
  private let known: [PolicyDocument.ID: FileRecord]
  private let readsAnew: Bool
  private let units: [Range<Int>]
  private let threadCount: Int
  private let totalBytes: Int
  private let tagging: Tagging
  private let shared: Mutex<Shared>

  init(
    corpus: Corpus, known: [PolicyDocument.ID: FileRecord], readsAnew: Bool,
    tagging: Tagging, units: [Range<Int>], threadCount: Int
  ) {
    self.corpus = corpus
    self.known = known
    self.readsAnew = readsAnew
    self.units = units
    self.threadCount = threadCount
    self.tagging = tagging
    totalBytes = corpus.sources.reduce(0) { $0 + $1.file.size }
    shared = Mutex(Shared(outcomes: Array(repeating: [], count: corpus.sources.count)))
  }

  /// What came of each source, and of each document in one; complete after a run that did not throw.
  var outcomes: [SourceOutcome] { shared.withLock { $0.outcomes.flatMap { $0 } } }

  /// Runs all units; throws the first failure that concerns the index itself, or the interruption.
  func run(
    into writer: IndexWriter, isInterrupted: @Sendable () -> Bool,
    progress: @Sendable (CorpusIndexing.Progress) -> Void
  ) throws {
    try PartSequence(count: units.count, threadCount: threadCount).run(into: writer) { unit, part in
      try self.fill(part, from: unit, isInterrupted: isInterrupted, progress: progress)
    }
  }

  private func fill(
    _ part: IndexPart, from unit: Int, isInterrupted: () -> Bool,
    progress: (CorpusIndexing.Progress) -> Void
  ) throws {
    for index in units[unit] {
      if isInterrupted() { throw CorpusError.interrupted }
      let source = corpus.sources[index]
      let outcomes = try read(source, into: part, isInterrupted: isInterrupted)
      let state = shared.withLock { shared -> CorpusIndexing.Progress in
        shared.outcomes[index] = outcomes
        shared.files += 1
        shared.bytes += source.file.size
        return CorpusIndexing.Progress(
          files: shared.files, bytes: shared.bytes, totalBytes: totalBytes)
      }
      progress(state)
    }
  }

  /// Reads one source and adds its documents to the part; only failures of the index itself are thrown.
  private func read(
    _ source: Corpus.Source, into part: IndexPart, isInterrupted: () -> Bool
  ) throws -> [SourceOutcome] {
    var outcomes: [SourceOutcome] = []
    let sidecar = source.sidecar.map(SidecarReading.init)
    do {
      let reading = SourceReading(source: source, limit: corpus.parser.maximumSize)
      try reading.forEachPart { found in
        if isInterrupted() { throw CorpusError.interrupted }
        // What is entered beside an archive belongs to none of its members.
        let own = found.path == source.file.path ? sidecar : nil
        outcomes.append(try read(found, own, into: part))
      }
    } catch let error as ParseError {
      let record = FileRecord(
        path: source.file.path, document: source.id, sha256: nil, textSHA256: nil,
        outcome: .indexed)
      outcomes.append(failure(record, before: known[source.id], error))
    } catch let error as CorpusError where error != .interrupted {
      let record = FileRecord(
        path: source.file.path, document: source.id, sha256: nil, textSHA256: nil,
        outcome: .indexed)
      outcomes.append(
        failure(
          record, before: known[source.id], code: error.code, message: error.description,
          refusal: error))
    }
    if let failure = sidecar?.report(isStale: known[source.id]?.sidecarSHA256 != nil) {
      outcomes.append(.sidecarFailed(failure))
    }
    return outcomes
  }

  /// Reads one document of a source and adds it to the part.
  private func read(
    _ found: SourceReading.Part, _ sidecar: SidecarReading?, into part: IndexPart
  ) throws -> SourceOutcome {
    let before = known[found.id]
    var record = FileRecord(
      path: found.path, document: found.id, sha256: nil, textSHA256: nil, outcome: .indexed)
    if let reason = found.skipReason {
      record.outcome = .skipped(reason: reason.rawValue)
      return .skipped(record, reason)
    }
    do {
      let bytes = try found.contents.get()
      let sha256 = ContentHash.digest(of: bytes.span)
      // While what is entered cannot be read, the document stays as it was.
      let isSame =
        before.map {
          !readsAnew && $0.sha256 == sha256 && $0.path == found.path
            && (sidecar?.failure != nil || $0.sidecarSHA256 == sidecar?.sidecar?.sha256)
        } ?? false
      if isSame, let before, !DocumentParser.mayInclude(bytes) {
        record = before
        record.outcome = .indexed
        return .unchanged(record)
      }
      let document = try corpus.document(
        found, bytes, sha256: sha256, sidecar: sidecar?.sidecar)
      record.sha256 = document.sha256
      record.textSHA256 = document.textSHA256
      record.sidecarSHA256 = sidecar?.sidecar?.sha256
      record.identity = DocumentIdentity(document)
      // The file is as it was, and so are those that it takes parts from.
      if isSame, before?.textSHA256 == document.textSHA256 { return .unchanged(record) }
      try part.add(EntryGroup(document, taggedBy: try tagging.matcher()))
      return .read(record, notices: document.notices)
    } catch let error as ParseError {
      guard error.isNoDocument else {
        return failure(record, before: before, error)
      }
      record.outcome = .skipped(reason: SkipReason.noDocument.rawValue)
      return .skipped(record, .noDocument)
    }
  }

  private func failure(
    _ record: FileRecord, before: FileRecord?, _ error: ParseError
  ) -> SourceOutcome {
    failure(
      record, before: before, code: error.code, message: error.description, parsing: error)
  }

  /// A file that fails now but was indexed keeps its last good state.
  private func failure(
    _ record: FileRecord, before: FileRecord?, code: String, message: String,
    parsing: ParseError? = nil, refusal: CorpusError? = nil
  ) -> SourceOutcome {
    var record = record
    record.sha256 = before?.sha256
    record.textSHA256 = before?.textSHA256
    record.sidecarSHA256 = before?.sidecarSHA256
    record.identity = before?.identity
    record.outcome = .failed(code: code, message: message, isStale: before?.sha256 != nil)
    return .failed(record, code: code, message: message, parsing: parsing, refusal: refusal)
  }
}
