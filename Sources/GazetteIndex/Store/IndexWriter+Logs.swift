extension IndexWriter {
  /// Begins a log for the next commit.
  package func makeLog() throws(IndexError) -> CommitLogWriter { try CommitLogWriter(in: folder) }

  /// Removes the oldest logs of commits until the others have at most so many bytes together; that of the last commit stays.
  ///
  /// - Parameter byteCount: How many bytes may stay.
  /// - Throws: `IndexError.io` when the system refuses.
  package func dropLogs(keeping byteCount: Int) throws(IndexError) {
    var kept = 0
    let all = CommitLog.generations(among: try folder.list())
    for generation in all.reversed() where generation < self.generation {
      let name = CommitLog.name(generation)
      kept += try MappedFile(path: folder.path(of: name)).view.count
      if kept > byteCount { try folder.remove(name) }
    }
  }
}
