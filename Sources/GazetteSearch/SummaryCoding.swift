import GazetteDocument
import GazetteIndex

/// A document's summary as bytes, and back.
enum SummaryCoding {
  static func bytes(of summary: DocumentSummary) -> [UInt8] {
    var writer = ByteWriter()
    writer.string(summary.id.name)
    writer.string(summary.file)
    writer.append(summary.sha256.bytes)
    writer.append(summary.textSHA256.bytes)
    writer.string(summary.format.rawValue)
    writer.string(summary.encoding)
    writer.string(summary.language.tag)
    writer.varint(summary.passageCount)
    writer.varint(summary.sentenceCount)
    writer.varint(summary.textByteCount)
    let metadata = summary.metadata
    for value in [metadata.title, metadata.issuer, metadata.kind, metadata.source, metadata.status]
    {
      write(value, to: &writer) { $1.string($0) }
    }
    write(metadata.number, to: &writer) {
      $1.string($0.code)
      $1.varint($0.year.map { $0 + 1 } ?? 0)
      $1.varint($0.serial)
    }
    for value in [metadata.written, metadata.published, metadata.effective] {
      write(value, to: &writer) { $1.string($0.description) }
    }
    writer.string(metadata.statusAsOf?.description ?? "")
    write(metadata.addressee, to: &writer) { $1.string($0) }
    write(metadata.keywords, to: &writer) { words, writer in
      writer.varint(words.count)
      for word in words { writer.string(word) }
    }
    return writer.bytes
  }

  /// Reads a summary; `nil` when the bytes are none.
  static func summary(_ reader: inout ByteReader) -> DocumentSummary? {
    let id = PolicyDocument.ID(reader.string())
    let file = reader.string()
    let digests = [reader.bytes(32).array, reader.bytes(32).array]
    let format = DocumentFormat(rawValue: reader.string())
    let encoding = reader.string()
    let language = Language(tag: reader.string())
    let counts = (0..<3).map { _ in Int(reader.varint32()) }
    var metadata = DocumentMetadata()
    metadata.title = value(&reader) { $0.string() }
    metadata.issuer = value(&reader) { $0.string() }
    metadata.kind = value(&reader) { $0.string() }
    metadata.source = value(&reader) { $0.string() }
    metadata.status = value(&reader) { $0.string() }
    metadata.number = value(&reader) { reader in
      let code = reader.string()
      let year = Int(reader.varint32())
      return DocumentNumber(
        code: code, year: year == 0 ? nil : year - 1, serial: Int(reader.varint32()))
    }
    metadata.written = value(&reader) { CalendarDate(iso: $0.string()) }
    metadata.published = value(&reader) { CalendarDate(iso: $0.string()) }
    metadata.effective = value(&reader) { CalendarDate(iso: $0.string()) }
    metadata.statusAsOf = CalendarDate(iso: reader.string())
    metadata.addressee = value(&reader) { $0.string() }
    metadata.keywords = value(&reader) { reader in
      (0..<reader.length()).map { _ in reader.string() }
    }
    guard !reader.hasFailed, let format, digests.allSatisfy({ $0.count == 32 }) else { return nil }
    return DocumentSummary(
      id: id, file: file, sha256: Digest(bytes: digests[0]), textSHA256: Digest(bytes: digests[1]),
      format: format, encoding: encoding, language: language, metadata: metadata,
      passageCount: counts[0], sentenceCount: counts[1], textByteCount: counts[2])
  }

  private static func write<Value>(
    _ value: MetadataValue<Value>, to writer: inout ByteWriter,
    with body: (Value, inout ByteWriter) -> Void
  ) {
    writer.varint(FieldState.allCases.firstIndex(of: value.state) ?? 0)
    SpanCoding.write(value.evidence, to: &writer)
    writer.varint(value.value == nil ? 0 : 1)
    if let known = value.value { body(known, &writer) }
  }

  private static func value<Value>(
    _ reader: inout ByteReader, with body: (inout ByteReader) -> Value?
  ) -> MetadataValue<Value> {
    let state = Int(reader.varint32())
    let evidence = SpanCoding.span(&reader)
    let known = reader.varint() == 1 ? body(&reader) : nil
    let states = FieldState.allCases
    return MetadataValue(
      known, state: states.indices.contains(state) ? states[state] : .notRecognised,
      evidence: evidence)
  }
}
