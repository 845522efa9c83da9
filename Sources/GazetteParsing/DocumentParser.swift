public import GazetteDocument

/// Bytes in, a document out: the module's one entry point.
public struct DocumentParser: Sendable {
  /// Files with more bytes than this are refused.
  public var maximumSize = 256 << 20

  /// Creates a parser with the default limits.
  public init() {}

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - id: The name that the document is to have.
  ///   - file: The file's path, for the document's own record and for the recognition of its format.
  /// - Returns: The document, with its outline, passages, sentences and metadata.
  /// - Throws: `ParseError` when the file is no document, or could not be read whole.
  public func parse(
    _ bytes: [UInt8], id: PolicyDocument.ID, file: String
  ) throws(ParseError) -> PolicyDocument {
    throw .unsupported(format: file, advice: "")
  }
}
