import GazetteDocument
import GazetteParsing

/// The file with entered metadata beside a document, read; or why it could not be.
struct SidecarReading {
  /// Its path.
  let path: String
  /// What it says; `nil` when it could not be read.
  let sidecar: DocumentSidecar?
  /// Why it could not be read.
  let failure: (any Error)?

  init(_ path: String) {
    self.path = path
    do {
      let bytes = try FileReading.bytes(of: path, limit: DocumentSidecar.maximumSize)
      (sidecar, failure) = (try DocumentSidecar(bytes), nil)
    } catch {
      (sidecar, failure) = (nil, error)
    }
  }

  /// The failure as the report of a run has it.
  func report(isStale: Bool) -> IndexingReport.Failure? {
    switch failure {
    case let failure as DocumentSidecar.Failure:
      IndexingReport.Failure(
        file: path, code: failure.error.code, message: failure.description,
        parsing: failure.error, isStale: isStale, line: failure.line, column: failure.column)
    case let failure as CorpusError:
      IndexingReport.Failure(
        file: path, code: failure.code, message: failure.description, refusal: failure,
        isStale: isStale)
    default: nil
    }
  }
}
