/// The text of a document as it came, untouched: what every offset counts in.
///
/// For plain text and Markdown it is the decoded file without its byte-order mark; for other formats it is the text
/// that the reader took out of the file. It is always valid UTF-8.
public struct SourceText: Sendable, Hashable {
  /// The text as UTF-8.
  public let utf8: [UInt8]

  /// Takes over UTF-8 that the caller has checked to be valid.
  package init(validated utf8: [UInt8]) {
    self.utf8 = utf8
  }

  /// Creates a source text from a string.
  public init(_ string: String) {
    utf8 = Array(string.utf8)
  }

  /// The words of a span, exactly as they stand.
  ///
  /// The span must lie within the text. Costs a copy of the span.
  public func string(in span: TextSpan) -> String {
    string(in: span.bytes)
  }

  /// The words of a range of bytes, exactly as they stand; the range must lie within the text.
  public func string(in bytes: Range<Int>) -> String {
    String(decoding: utf8[bytes], as: UTF8.self)
  }
}
