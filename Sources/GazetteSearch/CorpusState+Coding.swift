package import GazetteDocument
import GazetteIndex

extension CorpusState {
  private static let version = 2
  /// How many bytes the numbers in front of the lineages take at most: four of seven bits a byte.
  static let headLength = 40

  /// The state as bytes.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.varint(CorpusState.version)
    writer.varint(UInt64(fingerprint))
    writer.varint(readerVersion)
    var known = ByteWriter()
    LineageCoding.write(lineages, to: &known)
    writer.counted(known.bytes)
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
  /// No bytes at all are an empty state.
  package init?(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else {
      self.init(fingerprint: 0, readerVersion: 0, roots: [], files: [])
      return
    }
    guard let state = ByteReader.reading(bytes, { CorpusState(&$0) }) else { return nil }
    self = state
  }

  /// The fingerprint, and how many bytes stand in front of the list of files: from the first `headLength` bytes of a state.
  package static func head(of bytes: [UInt8]) -> (fingerprint: UInt32, length: Int)? {
    guard !bytes.isEmpty else { return (0, 0) }
    return ByteReader.reading(bytes) { reader in
      guard reader.varint() == UInt64(version) else { return nil }
      let fingerprint = reader.varint32()
      _ = reader.varint32()
      let count = Int(clamping: reader.varint())
      let (length, overflow) = reader.offset.addingReportingOverflow(count)
      return reader.hasFailed || overflow ? nil : (fingerprint, length)
    }
  }

  /// The lineages alone, from the bytes in front of the list of files; `nil` when they are none.
  package static func lineages(of bytes: [UInt8]) -> [DocumentLineage]? {
    guard !bytes.isEmpty else { return [] }
    return ByteReader.reading(bytes) { reader in
      guard reader.varint() == UInt64(version) else { return nil }
      _ = reader.varint32()
      _ = reader.varint32()
      _ = reader.length()
      let lineages = LineageCoding.lineages(&reader)
      return reader.hasFailed ? nil : lineages
    }
  }

  private init?(_ reader: inout ByteReader) {
    guard reader.varint() == UInt64(CorpusState.version) else { return nil }
    fingerprint = reader.varint32()
    readerVersion = Int(reader.varint32())
    _ = reader.length()
    lineages = LineageCoding.lineages(&reader)
    roots = []
    files = []
    for _ in 0..<reader.length() { roots.append(reader.string()) }
    for _ in 0..<reader.length() {
      guard let file = CorpusState.file(&reader) else { return nil }
      files.append(file)
    }
    guard !reader.hasFailed else { return nil }
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
