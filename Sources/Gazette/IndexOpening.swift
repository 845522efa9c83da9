import GazetteDocument
import GazetteIndex
import GazetteParsing
import GazetteQuery
import GazetteSearch

/// An index opened for a run of `CorpusIndexing`: the writer, and what the index knows of the corpus already.
struct IndexOpening {
  /// The writer, which holds the lock.
  let writer: IndexWriter
  /// The files that the index holds documents of, by the names of the documents.
  private(set) var known: [PolicyDocument.ID: FileRecord] = [:]
  /// Whether what is known was read by another version of the readers, so that every file is read anew.
  private(set) var isOutdated = false
  private let path: String
  private var state: CorpusState?

  /// Opens the index, or makes an empty one where there is none, where a rebuild is asked for, or where the one that is
  /// there is damaged or of another build: an index holds nothing that cannot be made again.
  init(path: String, rebuilds: Bool) throws {
    self.path = path
    let kept = rebuilds ? nil : try IndexOpening.existing(at: path)
    writer = try kept ?? IndexWriter(at: path, schema: .policy, startingOver: true)
    guard kept != nil else { return }
    state = CorpusState(writer.userData)
    isOutdated = state?.readerVersion != DocumentParser.version
    for file in state?.files ?? [] where file.sha256 != nil { known[file.document] = file }
  }

  /// A writer that goes on from the last commit; `nil` when what is there cannot be gone on from.
  private static func existing(at path: String) throws(IndexError) -> IndexWriter? {
    do throws(IndexError) {
      let writer = try IndexWriter(at: path, schema: .policy)
      guard CorpusState(writer.userData) == nil else { return writer }
      // Another build kept its list of files in another form.
      writer.close()
      return nil
    } catch {
      switch error {
      case .incompatible, .mismatched, .corrupt: return nil
      default: throw error
      }
    }
  }

  /// Deletes what is gone, commits when anything changed, and reports.
  mutating func finish(corpus: Corpus, outcomes: [SourceOutcome]) throws -> IndexingReport {
    var report = IndexingReport()
    var files: [FileRecord] = []
    for outcome in outcomes { add(outcome, to: &report, files: &files) }
    let failed = Set(report.failures.map(\.file))
    // A file with entered metadata that could not be read counts as failed, not as skipped.
    for skip in corpus.skipped where !failed.contains(skip.path) {
      let reason = skip.skipReason ?? .noDocument
      report.skips.append(IndexingReport.Skip(file: skip.path, reason: reason))
    }
    for failure in corpus.failures {
      report.failures.append(
        IndexingReport.Failure(
          file: failure.path, code: failure.error.code, message: failure.error.description,
          parsing: nil, isStale: false))
    }
    let closed = report.failures.map(\.file)
    files += unreachable(Set(closed), found: Set(files.map(\.document)))
    let kept = Set(files.filter { $0.sha256 != nil }.map(\.document))
    for document in known.keys where !kept.contains(document) {
      try writer.delete(key: document.name)
      report.removed += 1
    }
    let new = CorpusState(
      fingerprint: CorpusFingerprint.of(files), readerVersion: DocumentParser.version,
      roots: corpus.roots, files: files, lineages: LineageBuilder(files).lineages())
    let hasChanged = report.new + report.changed + report.removed > 0 || state != new
    if hasChanged { try writer.commit(userData: new.bytes) }
    writer.close()
    let search = try PolicySearch(at: path)
    report.documents = search.searcher.groupCount
    report.passages = search.searcher.entryCount
    report.revision = search.revision
    return report
  }

  /// The records of files that cannot be looked at now, or that lie below folders that cannot be listed or in archives that
  /// cannot be read: they are not gone, so they keep their last good state.
  private func unreachable(
    _ closed: Set<String>, found: Set<PolicyDocument.ID>
  ) -> [FileRecord] {
    guard !closed.isEmpty else { return [] }
    return known.values.filter { record in
      !found.contains(record.document)
        && closed.contains { record.path == $0 || record.path.hasPrefix($0 + "/") }
    }.map { record in
      var record = record
      record.outcome = .failed(
        code: "io", message: "it could not be looked at, or its folder not listed", isStale: true)
      return record
    }.sorted { $0.document < $1.document }
  }

  private func add(
    _ outcome: SourceOutcome, to report: inout IndexingReport, files: inout [FileRecord]
  ) {
    switch outcome {
    case .unchanged(let record):
      report.unchanged += 1
      files.append(record)
    case .read(let record, let notices):
      if known[record.document] == nil { report.new += 1 } else { report.changed += 1 }
      report.notes += notices.map { IndexingReport.Note(file: record.path, notice: $0) }
      files.append(record)
    case .skipped(let record, let reason):
      report.skips.append(IndexingReport.Skip(file: record.path, reason: reason))
      files.append(record)
    case .failed(let record, let code, let message, let parsing):
      report.failures.append(
        IndexingReport.Failure(
          file: record.path, code: code, message: message, parsing: parsing,
          isStale: record.sha256 != nil))
      files.append(record)
    case .sidecarFailed(let failure):
      // One such file may belong to several documents.
      if !report.failures.contains(where: { $0.file == failure.file }) {
        report.failures.append(failure)
      }
    }
  }
}
