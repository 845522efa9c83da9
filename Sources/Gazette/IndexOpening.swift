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
  private let tagging: Tagging
  private var state: CorpusState?
  /// The thesaurus as the index keeps it.
  private var thesaurus: [UInt8] = []
  /// The index as it was, where it can be read: an index that is begun anew goes on from its revision.
  private let before: PolicySearch?

  /// Opens the index, or makes an empty one where there is none, where a rebuild is asked for, or where the one that is
  /// there is damaged or of another build: an index holds nothing that cannot be made again.
  init(path: String, tagging: Tagging, rebuilds: Bool) throws {
    self.path = path
    self.tagging = tagging
    before = try? PolicySearch(at: path)
    let kept = rebuilds ? nil : try IndexOpening.existing(at: path)
    writer = try kept ?? IndexWriter(at: path, schema: .policy, startingOver: true)
    guard kept != nil else { return }
    state = CorpusState(writer.userData)
    let bytes = writer.userData
    thesaurus = Array(bytes.dropFirst(CorpusState.head(of: bytes)?.end ?? bytes.count))
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

  /// Whether the documents that the index holds are tagged by another thesaurus than this run's.
  private func isRetagging() throws -> Bool {
    guard let state, !known.isEmpty else { return false }
    return try !tagging.agrees(with: state.thesaurus)
      && (state.thesaurus.version != ThesaurusCoding.taggingVersion
        || state.thesaurus.fingerprint != tagging.origin().fingerprint)
  }

  /// Deletes what is gone, tags what is kept anew where the thesaurus is another, commits when anything changed, and reports.
  mutating func finish(
    corpus: Corpus, outcomes: [SourceOutcome], threadCount: Int,
    isInterrupted: @Sendable () -> Bool
  ) throws -> IndexingReport {
    var report = IndexingReport()
    var files: [FileRecord] = []
    var read: Set<PolicyDocument.ID> = []
    for outcome in outcomes {
      add(outcome, to: &report, files: &files)
      if case .read(let record, _) = outcome { read.insert(record.document) }
    }
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
          refusal: failure.error, isStale: false))
    }
    let closed = report.failures.map(\.file)
    files += unreachable(Set(closed), found: Set(files.map(\.document)))
    let kept = Set(files.filter { $0.sha256 != nil }.map(\.document))
    for document in known.keys where !kept.contains(document) {
      try writer.delete(key: document.name)
      report.removed += 1
    }
    if try isRetagging() {
      report.retagged = try Retagging(of: path, tagging: tagging, threadCount: threadCount).run(
        files.filter { $0.sha256 != nil && !read.contains($0.document) }.map(\.document),
        into: writer, isInterrupted: isInterrupted)
    }
    try commit(files, roots: corpus.roots, &report)
    return report
  }

  /// Tags every document anew from its record, whatever the thesaurus was, and opens no file of a document.
  mutating func retag(
    threadCount: Int, isInterrupted: @Sendable () -> Bool
  ) throws -> IndexingReport {
    var report = IndexingReport()
    let files = state?.files ?? []
    for record in files {
      switch record.outcome {
      case .indexed: report.unchanged += 1
      case .skipped(let reason):
        let skip = SkipReason(rawValue: reason) ?? .noDocument
        report.skips.append(IndexingReport.Skip(file: record.path, reason: skip))
      case .failed(let code, let message, let isStale):
        report.failures.append(
          IndexingReport.Failure(
            file: record.path, code: code, message: message, isStale: isStale))
      }
    }
    report.retagged = try Retagging(of: path, tagging: tagging, threadCount: threadCount).run(
      files.filter { $0.sha256 != nil }.map(\.document), into: writer,
      isInterrupted: isInterrupted)
    try commit(files, roots: state?.roots ?? [], &report)
    return report
  }

  /// Commits when anything changed, and fills in what the index holds then.
  private mutating func commit(
    _ files: [FileRecord], roots: [String], _ report: inout IndexingReport
  ) throws {
    let origin: ThesaurusOrigin
    if let state, tagging.agrees(with: state.thesaurus) {
      origin = state.thesaurus
    } else {
      origin = try tagging.origin()
      thesaurus = ThesaurusCoding.bytes(of: try tagging.matcher())
    }
    let new = CorpusState(
      fingerprint: CorpusFingerprint.of(files, thesaurus: origin),
      readerVersion: DocumentParser.version, roots: roots, files: files,
      lineages: LineageBuilder(files).lineages(), thesaurus: origin)
    let hasChanged =
      report.new + report.changed + report.removed + report.retagged > 0 || state != new
    if hasChanged {
      let log = try RevisionLog(from: before).log(to: new, in: writer)
      try writer.commit(userData: new.bytes + thesaurus, log: log)
      // What cannot be removed now is removed after the next commit.
      try? writer.dropLogs(keeping: before == nil ? 0 : RevisionLog.byteLimit)
    }
    writer.close()
    let search = try PolicySearch(at: path)
    report.documents = search.searcher.groupCount
    report.passages = search.searcher.entryCount
    report.revision = search.revision
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
    case .failed(let record, let code, let message, let parsing, let refusal):
      report.failures.append(
        IndexingReport.Failure(
          file: record.path, code: code, message: message, parsing: parsing, refusal: refusal,
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
