import GazetteDocument
import GazetteIndex

/// A span as bytes, and back: one byte that says whether there is any, then its start and its length.
enum SpanCoding {
  static func write(_ span: TextSpan?, to writer: inout ByteWriter) {
    writer.varint(span == nil ? 0 : 1)
    guard let span else { return }
    writer.varint(span.start.byte)
    writer.varint(span.start.scalar)
    writer.varint(span.end.byte - span.start.byte)
    writer.varint(span.end.scalar - span.start.scalar)
  }

  /// Reads a span; `nil` when there is none, or when the reader has failed.
  static func span(_ reader: inout ByteReader) -> TextSpan? {
    guard reader.varint() == 1 else { return nil }
    let start = TextPosition(byte: Int(reader.varint32()), scalar: Int(reader.varint32()))
    let end = TextPosition(
      byte: start.byte + Int(reader.varint32()), scalar: start.scalar + Int(reader.varint32()))
    return TextSpan(start: start, end: end)
  }
}
