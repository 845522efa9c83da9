package import GazetteDocument
import GazetteIndex

extension CorpusState {
  private static let version = 3
  /// How many bytes the numbers in front of the lineages take at most: five of seven bits a byte.
  static let headLength = 50

  /// The state as bytes.
  package var bytes: [UInt8] {
    var known = ByteWriter()
    LineageCoding.write(lineages, to: &known)
    let listed = listed
    var writer = ByteWriter()
    writer.varint(CorpusState.version)
    writer.varint(UInt64(fingerprint))
    writer.varint(readerVersion)
    writer.varint(known.count)
    writer.varint(listed.count)
    writer.append(known.bytes)
    writer.append(listed)
    return writer.bytes
  }

  /// What stands behind the lineages: the thesaurus, the roots and the files.
  private var listed: [UInt8] {
    var writer = ByteWriter()
    writer.varint(UInt64(thesaurus.fingerprint))
    writer.varint(thesaurus.version)
    writer.varint(thesaurus.sources.count)
    for source in thesaurus.sources {
      writer.string(source.path)
      writer.counted(source.sha256.bytes)
    }
    writer.varint(roots.count)
    for root in roots { writer.string(root) }
    writer.varint(files.count)
    for file in files {
      writer.string(file.path)
      writer.string(file.document.name)
      writer.counted(file.sha256?.bytes ?? [])
      writer.counted(file.textSHA256?.bytes ?? [])
      switch file.outcome {
      case .indexed:
        writer.varint(0)
      case .skipped(let reason):
        writer.varint(1)
        writer.string(reason)
      case .failed(let code, let message, let isStale):
        writer.varint(isStale ? 3 : 2)
        writer.string(code)
        writer.string(message)
      }
      writer.counted(file.sidecarSHA256?.bytes ?? [])
      LineageCoding.write(file.identity, to: &writer)
    }
    return writer.bytes
  }

  /// Reads a state; `nil` when the bytes are none, or of another version.
  ///
  /// What stands behind it is left aside.
  ///
  /// No bytes at all are an empty state.
  package init?(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else {
      self.init(fingerprint: 0, readerVersion: 0, roots: [], files: [])
      return
    }
    guard let state = ByteReader.reading(bytes, { CorpusState(&$0) }) else { return nil }
    self = state
  }

  /// The fingerprint, how many bytes stand in front of the list of files, and how many there are in all: from the first
  /// `headLength` bytes of a state.
  package static func head(
    of bytes: [UInt8]
  ) -> (fingerprint: UInt32, length: Int, end: Int)? {
    guard !bytes.isEmpty else { return (0, 0, 0) }
    return ByteReader.reading(bytes) { reader in
      guard reader.varint() == UInt64(version) else { return nil }
      let fingerprint = reader.varint32()
      _ = reader.varint32()
      let counts = (0..<2).map { _ in Int(reader.varint32()) }
      let length = reader.offset + counts[0]
      return reader.hasFailed ? nil : (fingerprint, length, length + counts[1])
    }
  }

  /// The lineages alone, from the bytes in front of the list of files; `nil` when they are none.
  package static func lineages(of bytes: [UInt8]) -> [DocumentLineage]? {
    guard !bytes.isEmpty else { return [] }
    return ByteReader.reading(bytes) { reader in
      guard reader.varint() == UInt64(version) else { return nil }
      for _ in 0..<4 { _ = reader.varint32() }
      let lineages = LineageCoding.lineages(&reader)
      return reader.hasFailed ? nil : lineages
    }
  }

  private init?(_ reader: inout ByteReader) {
    guard reader.varint() == UInt64(CorpusState.version) else { return nil }
    fingerprint = reader.varint32()
    readerVersion = Int(reader.varint32())
    for _ in 0..<2 { _ = reader.varint32() }
    lineages = LineageCoding.lineages(&reader)
    thesaurus = CorpusState.origin(&reader)
    roots = []
    files = []
    for _ in 0..<reader.length() { roots.append(reader.string()) }
    for _ in 0..<reader.length() {
      guard let file = CorpusState.file(&reader) else { return nil }
      files.append(file)
    }
    guard !reader.hasFailed else { return nil }
  }

  private static func origin(_ reader: inout ByteReader) -> ThesaurusOrigin {
    let fingerprint = reader.varint32()
    let version = Int(reader.varint32())
    let sources = (0..<reader.length()).map { _ in
      let path = reader.string()
      return (path, digest(&reader))
    }
    return ThesaurusOrigin(
      fingerprint: fingerprint, version: version,
      sources: sources.compactMap { path, sha256 in
        sha256.map { ThesaurusOrigin.Source(path: path, sha256: $0) }
      })
  }

  private static func file(_ reader: inout ByteReader) -> FileRecord? {
    let path = reader.string()
    let document = PolicyDocument.ID(reader.string())
    let sha256 = digest(&reader)
    let textSHA256 = digest(&reader)
    let outcome: FileRecord.Outcome
    switch reader.varint() {
    case 0: outcome = .indexed
    case 1: outcome = .skipped(reason: reader.string())
    case 2: outcome = .failed(code: reader.string(), message: reader.string(), isStale: false)
    case 3: outcome = .failed(code: reader.string(), message: reader.string(), isStale: true)
    default: return nil
    }
    let sidecar = digest(&reader)
    let identity = LineageCoding.identity(&reader)
    guard !reader.hasFailed else { return nil }
    return FileRecord(
      path: path, document: document, sha256: sha256, textSHA256: textSHA256, outcome: outcome,
      sidecarSHA256: sidecar, identity: identity)
  }

  private static func digest(_ reader: inout ByteReader) -> Digest? {
    let bytes = reader.bytes(reader.length()).array
    return bytes.count == 32 ? Digest(bytes: bytes) : nil
  }
}
