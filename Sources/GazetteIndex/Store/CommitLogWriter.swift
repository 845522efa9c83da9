/// Writes the log of a commit, group after group, before the commit itself.
package final class CommitLogWriter {
  private let file: AtomicFile
  private let output: CheckedFileWriter
  private var isFinished = false

  init(in folder: IndexFolder) throws(IndexError) {
    file = try AtomicFile(in: folder)
    output = CheckedFileWriter(kind: .log, to: file)
  }

  /// Copies what is stored for a group of a snapshot, packed as it is.
  ///
  /// - Returns: Where it lies in the log.
  package func append(_ group: GroupID, of searcher: Searcher) throws(IndexError) -> Range<Int> {
    let segment = searcher.segments[group.segment].segment
    let start = output.count
    try unsafe output.append(try segment.groups.packed(of: group.ordinal).buffer)
    return start..<output.count
  }

  /// Ends the log with what is to be known of its groups.
  package func finish(notes: [UInt8]) throws(IndexError) {
    var end = ByteWriter()
    end.append(notes)
    end.write(UInt64(notes.count))
    try output.append(end.bytes)
    _ = try output.finish()
    isFinished = true
  }

  /// Makes the log that of a commit; the folder must still be synchronised.
  func publish(generation: UInt64) throws(IndexError) {
    precondition(isFinished, "the log has no notes")
    try file.publish(as: CommitLog.name(generation))
  }
}
