import GazetteDocument
import GazetteParsing
import GazetteSearch

/// What came of one source file in a run of `CorpusIndexing`.
enum SourceOutcome {
  /// Its bytes are those that the index holds.
  case unchanged(FileRecord)
  /// It was read and its document is to be written.
  case read(FileRecord, notices: [ParseNotice])
  /// It is not read, for a reason.
  case skipped(FileRecord, SkipReason)
  /// It could not be read.
  case failed(
    FileRecord, code: String, message: String, parsing: ParseError? = nil,
    refusal: CorpusError? = nil)
  /// The file with entered metadata beside it could not be read.
  case sidecarFailed(IndexingReport.Failure)
}
