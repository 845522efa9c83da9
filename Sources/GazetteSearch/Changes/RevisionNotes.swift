import GazetteIndex

/// What the log of a commit says: which revision it made of which, and the documents that are not in it as they were.
///
/// As bytes, with variable-length numbers: the version, 1; the fingerprint of the revision; whether one before it is known, and its
/// number and fingerprint; the number of documents, and for each its name, and where its record as it was lies in the log (start and
/// length, length 0 for a document that was not there).
package struct RevisionNotes: Sendable {
  /// A document that a revision holds otherwise than the one before.
  package struct Entry: Sendable {
    /// Its name.
    package let name: String
    /// Where its record lies; `nil` when there was none.
    package let place: Range<Int>?

    /// Creates an entry.
    package init(name: String, place: Range<Int>?) {
      self.name = name
      self.place = place
    }
  }

  private static let version: UInt64 = 1

  /// The fingerprint of the revision that the commit made.
  package let fingerprint: UInt32
  /// The revision before it; `nil` where nothing is known of one.
  package let previous: CorpusRevision?
  /// The documents that came, changed or went with it, each once.
  package let entries: [Entry]

  /// Creates notes.
  package init(fingerprint: UInt32, previous: CorpusRevision?, entries: [Entry]) {
    self.fingerprint = fingerprint
    self.previous = previous
    self.entries = entries
  }

  /// The notes as bytes.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.varint(Self.version)
    writer.varint(UInt64(fingerprint))
    writer.varint(previous == nil ? 0 : 1)
    if let previous {
      writer.varint(previous.generation)
      writer.varint(UInt64(previous.fingerprint))
    }
    writer.varint(entries.count)
    for entry in entries {
      writer.string(entry.name)
      writer.varint(entry.place?.lowerBound ?? 0)
      writer.varint(entry.place?.count ?? 0)
    }
    return writer.bytes
  }

  /// Reads notes; `nil` when the bytes are none, or of another version.
  package init?(_ bytes: [UInt8]) {
    guard let notes = ByteReader.reading(bytes, { RevisionNotes(&$0) }) else { return nil }
    self = notes
  }

  private init?(_ reader: inout ByteReader) {
    guard reader.varint() == Self.version else { return nil }
    fingerprint = reader.varint32()
    previous =
      reader.varint() == 1
      ? CorpusRevision(generation: reader.varint(), fingerprint: reader.varint32()) : nil
    var entries: [Entry] = []
    for _ in 0..<reader.length() {
      let name = reader.string()
      let (start, count) = (Int(clamping: reader.varint()), Int(clamping: reader.varint()))
      let (end, isOver) = start.addingReportingOverflow(count)
      guard !isOver else { return nil }
      entries.append(Entry(name: name, place: count == 0 ? nil : start..<end))
    }
    guard !reader.hasFailed else { return nil }
    self.entries = entries
  }
}
