import GazetteDocument
import GazetteIndex
import GazetteSearch

/// Keeps what a commit takes away, so that a later run can say what is new, changed or gone since.
///
/// A document is kept as it was when its source text or what was entered beside it is another, or when it is gone; one that was
/// only read by another version of the readers, or tagged anew, is the same.
struct RevisionLog {
  /// The logs of all commits together take about as many bytes; the oldest go first, and their revisions with them.
  static let byteLimit = 256 << 20

  private let before: PolicySearch?

  /// Begins from the last commit; `nil` where there is none that can be read.
  init(from before: PolicySearch?) { self.before = before }

  /// The log of the commit that makes a state of the corpus.
  func log(to state: CorpusState, in writer: IndexWriter) throws -> CommitLogWriter {
    let log = try writer.makeLog()
    var entries: [RevisionNotes.Entry] = []
    // Nothing can be compared with what was before the first revision.
    if let before {
      let old = documents(of: try before.state())
      let new = documents(of: state)
      for name in Set(old.keys).union(new.keys).sorted(by: { $0 < $1 }) {
        guard let was = old[name] else {
          entries.append(RevisionNotes.Entry(name: name.name, place: nil))
          continue
        }
        guard new[name].map({ differs($0, from: was) }) ?? true,
          let group = try before.searcher.group(key: name.name)
        else { continue }
        let place = try log.append(group, of: before.searcher)
        entries.append(RevisionNotes.Entry(name: name.name, place: place))
      }
    }
    let notes = RevisionNotes(
      fingerprint: state.fingerprint, previous: before?.currentRevision, entries: entries)
    try log.finish(notes: notes.bytes)
    return log
  }

  private func documents(of state: CorpusState) -> [PolicyDocument.ID: FileRecord] {
    var documents: [PolicyDocument.ID: FileRecord] = [:]
    for file in state.files where file.sha256 != nil { documents[file.document] = file }
    return documents
  }

  private func differs(_ new: FileRecord, from old: FileRecord) -> Bool {
    new.textSHA256 != old.textSHA256 || new.sidecarSHA256 != old.sidecarSHA256
  }
}
