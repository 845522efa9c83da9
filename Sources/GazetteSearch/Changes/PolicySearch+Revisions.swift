import GazetteDocument
public import GazetteIndex

extension PolicySearch {
  /// The revision that answers.
  package var currentRevision: CorpusRevision {
    CorpusRevision(generation: index.generation, fingerprint: fingerprint)
  }

  /// The revisions with which this one can be compared, oldest first; it is the last of them itself.
  ///
  /// Costs a look at the log of every commit.
  ///
  /// - Returns: At least one revision.
  /// - Throws: `IndexError` when a log is damaged.
  public func revisions() throws(IndexError) -> [CorpusRevision] {
    var known = [currentRevision]
    let logged = Set(try index.logged())
    while let first = known.last, logged.contains(first.generation),
      let previous = try notes(of: first)?.previous, previous.generation < first.generation
    {
      known.append(previous)
    }
    return known.reversed()
  }

  /// The revision that a text names: `r12`, `r12-3cf3add3`, or `3cf3add3` alone.
  ///
  /// - Parameter name: The text.
  /// - Returns: One of `revisions()`.
  /// - Throws: `LookupError.noRevision` when it is none of them, `IndexError` when the index is damaged.
  public func revision(named name: String) throws -> CorpusRevision {
    let known = try revisions()
    guard let found = CorpusRevision.named(name, among: known) else {
      throw LookupError.noRevision(name: name, known: known.map(\.description))
    }
    return found
  }

  /// The notes of the commit that made a revision; `nil` when its log belongs to another one.
  private func notes(of revision: CorpusRevision) throws(IndexError) -> RevisionNotes? {
    let log = try index.log(of: revision.generation)
    guard let notes = RevisionNotes(try log.notes()) else { return nil }
    return notes.fingerprint == revision.fingerprint ? notes : nil
  }

  /// The documents that a revision held otherwise than this one may, with their records then, in the order of their names.
  ///
  /// - Parameter revision: One of `revisions()`.
  /// - Returns: Each name with the record; `nil` for a document that was not there.
  /// - Throws: `IndexError` when a log is damaged.
  package func former(
    at revision: CorpusRevision
  ) throws(IndexError) -> [(name: String, record: DocumentRecord?)] {
    var found: [String: DocumentRecord?] = [:]
    // What the first log behind the revision says of a document is how it was then.
    for later in try revisions() where later.generation > revision.generation {
      let log = try index.log(of: later.generation)
      for entry in try notes(of: later)?.entries ?? [] where found[entry.name] == nil {
        found[entry.name] = .some(
          try entry.place.map { (place) throws(IndexError) in
            try DocumentRecord(log.stored(at: place), file: log.path)
          })
      }
    }
    return found.map { (name: $0.key, record: $0.value) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
