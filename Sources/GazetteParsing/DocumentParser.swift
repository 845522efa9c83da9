public import GazetteDocument

/// Bytes in, a document out: the module's one entry point.
public struct DocumentParser: Sendable {
  /// Files with more bytes than this are refused.
  public var maximumSize = 256 << 20

  /// The version of the rules by which texts are taken out of files and cut into passages.
  ///
  /// Ids made by another version of the rules may mean other places.
  public static let version = 1

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
    // Places are kept in 32 bits, and a text may be half as long again as its file.
    let limit = min(maximumSize, Int(Int32.max))
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    try FileSignature.check(bytes.span)
    let sha256 = ContentHash.digest(of: bytes.span)
    var decoded = try DecodedText(bytes)
    let encoding = decoded.encoding.rawValue
    let isUnchanged = decoded.isUnchanged
    let notices = decoded.notices
    let utf8 = decoded.utf8
    decoded.utf8 = []
    let format = try DocumentFormat.recognised(utf8.span, file: file)
    let extracted: ExtractedText
    var isPage = false
    switch format {
    case .text: extracted = TextReader.read(utf8)
    case .markdown: extracted = try MarkdownReader.read(utf8)
    case .html:
      extracted = try HTMLReader.read(utf8)
      isPage = true
    }
    let source = extracted.utf8
    // Hashing is a third of the work: what is the same byte for byte is hashed once.
    var textSHA256 = sha256
    if !isUnchanged || isPage { textSHA256 = ContentHash.digest(of: source.span) }
    var document = PolicyDocument(
      id: id, file: file, sha256: sha256,
      textSHA256: textSHA256, format: format,
      encoding: encoding, language: .undetermined, text: SourceText(validated: source))
    document.notices = notices + extracted.notices
    DocumentParser.fill(&document, from: extracted)
    return document
  }

  /// Adds outline, passages, sentences, metadata and voices to a document that has its text.
  private static func fill(_ document: inout PolicyDocument, from extracted: ExtractedText) {
    let source = extracted.utf8
    let text = source.span
    let positions = PositionIndex(text)
    var head = HeadReader(text, blocks: extracted.blocks)
    head.read(entered: extracted.entered[.title], titleBlock: extracted.titleBlock)
    let outline = OutlineBuilder(text, blocks: head.blocks, isPlain: document.format == .text)
      .build()
    document.sections = outline.nodes.map { node in
      guard let parent = node.parent else { return .root }
      return Section(
        parent: parent, ordinal: node.ordinal, depth: node.depth,
        heading: text.collapsed(in: node.words),
        number: node.number.isEmpty ? nil : text.collapsed(in: node.number),
        headingSpan: positions.span(of: node.heading, in: text))
    }
    var builder = PassageBuilder(text, positions: positions)
    builder.build(outline, numbers: document.sections.map(\.number))
    document.language = builder.language
    (document.passages, document.sentences) = builder.finish()
    if let named = extracted.entered[.language], document.passages.isEmpty {
      document.language = Language(tag: named)
    }
    document.metadata = MetadataReader(
      text, blocks: head.blocks, positions: positions, head: head.result, entered: extracted.entered
    ).read()
    VoiceReader(text).read(into: &document)
    if document.passages.isEmpty {
      document.notices.append(ParseNotice(kind: .empty, detail: "no text was found"))
    }
  }
}
