public import GazetteDocument
public import GazetteParsing
public import GazetteQuotations

/// A text in the making whose quotations are checked: read like a document, but part of no corpus.
public struct Draft: Sendable {
  /// The draft as a document; positions count in its source text.
  public let document: PolicyDocument
  /// Its quotations, in the order of the text.
  public let quotations: [Quotation]

  /// Files with more bytes are refused.
  public static let maximumSize = 64 << 20

  /// Reads a draft.
  ///
  /// - Parameters:
  ///   - bytes: The file: Markdown, plain text, DOCX, HTML or any other form that can be indexed.
  ///   - file: Its name, by whose ending Markdown is told from plain text.
  /// - Throws: `ParseError` when the file is no document, or could not be read whole.
  public init(_ bytes: [UInt8], file: String) throws(ParseError) {
    var parser = DocumentParser()
    parser.maximumSize = Draft.maximumSize
    let name = file.split(separator: "/").last.map(String.init) ?? file
    document = try parser.parse(bytes, id: PolicyDocument.ID(name), file: file)
    quotations = QuotationReader.quotations(
      in: document, blocks: try parser.quotations(of: bytes, file: file))
  }

  /// Reads a draft from a file.
  ///
  /// - Parameter path: The path of the file.
  /// - Throws: `CorpusError` when the file cannot be read, `ParseError` when it is no document.
  public init(contentsOf path: String) throws {
    try self.init(FileReading.bytes(of: path, limit: Draft.maximumSize), file: path)
  }
}
