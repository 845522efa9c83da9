public import GazetteDocument

/// Bytes in, a document out: the module's one entry point.
public struct DocumentParser: Sendable {
  /// Files with more bytes than this are refused.
  public var maximumSize = 256 << 20

  /// The version of the rules by which texts are taken out of files and cut into passages.
  ///
  /// Ids made by another version of the rules may mean other places.
  public static let version = 2

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
    try check(bytes)
    let sha256 = ContentHash.digest(of: bytes.span)
    return try parse(bytes, sha256: sha256, id: id, file: file)
  }

  /// Reads one file whose hash is known already, as when an index asked whether the file changed.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - sha256: The SHA-256 of `bytes`.
  ///   - id: The name that the document is to have.
  ///   - file: The file's path.
  ///   - isRecord: Whether the bytes are one record of a file of JSON Lines.
  ///   - sidecar: What a person wrote down of the document.
  ///   - inclusion: Opens a file that the document includes, by its path below the document's folder; without it none is.
  /// - Returns: What `parse(_:id:file:)` returns.
  /// - Throws: `ParseError`, as there.
  package func parse(
    _ bytes: [UInt8], sha256: Digest, id: PolicyDocument.ID, file: String,
    isRecord: Bool = false, sidecar: DocumentSidecar? = nil,
    including inclusion: ((String) -> [UInt8]?)? = nil
  ) throws(ParseError) -> PolicyDocument {
    var read = try read(bytes, file: file, isRecord: isRecord, inclusion: inclusion)
    // What is the same byte for byte is hashed once.
    var textSHA256 = sha256
    if !read.isUnchanged { textSHA256 = ContentHash.digest(of: read.extracted.utf8.span) }
    var document = PolicyDocument(
      id: id, file: file, sha256: sha256, textSHA256: textSHA256, format: read.format,
      encoding: read.encoding.rawValue, language: .undetermined,
      text: SourceText(validated: read.extracted.utf8))
    document.notices = read.notices + read.extracted.notices
    if let sidecar {
      read.extracted.entered.merge(sidecar.fields) { $1 }
      document.notices += sidecar.unknownNames.map {
        ParseNotice(kind: .sidecar, detail: $0)
      }
    }
    DocumentParser.fill(&document, from: read.extracted)
    if let named = sidecar?.fields[.language] { document.language = Language(tag: named) }
    return document
  }

  /// Whether a file may take parts from others, so that it changes when they do.
  package static func mayInclude(_ bytes: [UInt8]) -> Bool {
    let text = bytes.span
    let start = text.skippingSpace(from: 0, to: text.count)
    guard start < text.count, text[start] == UInt8(ascii: "<") else { return false }
    return text.firstPlace(of: "/2001/XInclude", in: start..<min(text.count, 64 << 10)) != nil
  }

  /// The parts of a file's source text that lie in no passage because they belong around the document, with the reason for
  /// each.
  package func furniture(
    of bytes: [UInt8], file: String, isRecord: Bool = false
  ) throws(ParseError) -> [(range: Range<Int>, reason: String)] {
    let extracted = try read(bytes, file: file, isRecord: isRecord).extracted
    var head = HeadReader(extracted.utf8.span, blocks: extracted.blocks)
    head.read(
      entered: extracted.entered[.title], titleBlock: extracted.titleBlock,
      length: extracted.titleLength, property: extracted.propertyTitle)
    var blocks = head.blocks
    ContentsPages(extracted.utf8.span).mark(&blocks)
    return blocks.compactMap { block in
      block.furniture.map { (block.range, $0.rawValue) }
    }
  }

  /// What the form of a file sets apart as another's words, as bytes of its source text: blocks, and stretches within a line.
  ///
  /// Those of Markdown stand in the source text itself.
  package func quotations(of bytes: [UInt8], file: String) throws(ParseError) -> [Range<Int>] {
    try read(bytes, file: file).extracted.quotations
  }

  /// How many blocks the reader of a file's form finds: decoding and reading alone, for measuring them.
  package func blockCount(of bytes: [UInt8], file: String) throws(ParseError) -> Int {
    try read(bytes, file: file).extracted.blocks.count
  }

  /// A file decoded and cut into blocks.
  private struct Reading {
    var encoding: TextEncoding
    var format: DocumentFormat
    /// Whether the source text is the file byte for byte.
    var isUnchanged: Bool
    var notices: [ParseNotice]
    var extracted: ExtractedText
  }

  /// Refuses what is too large and what its first bytes say is no document, before anything is done with it.
  private func check(_ bytes: [UInt8]) throws(ParseError) {
    // Places are kept in 32 bits, and a text may be half as long again as its file.
    let limit = min(maximumSize, Int(Int32.max))
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    try FileSignature.check(bytes.span)
  }

  private func read(
    _ bytes: [UInt8], file: String, isRecord: Bool = false, inclusion: ((String) -> [UInt8]?)? = nil
  ) throws(ParseError) -> Reading {
    try check(bytes)
    if let packed = try DocumentParser.readPacked(bytes) {
      return Reading(
        encoding: .utf8, format: packed.format, isUnchanged: false, notices: [],
        extracted: packed.extracted)
    }
    var decoded = try DecodedText(bytes)
    var isUnchanged = decoded.isUnchanged
    let (utf8, map) = (decoded.utf8, decoded.map)
    decoded.utf8 = []
    let format = isRecord ? .jsonl : DocumentFormat.recognised(utf8.span, file: file)
    let extracted: ExtractedText
    switch format {
    case .text: extracted = TextReader.read(utf8, map)
    case .markdown: extracted = try MarkdownReader.read(utf8, map)
    case .html: extracted = try HTMLReader.read(utf8)
    case .jsonl: extracted = try JSONLines.read(utf8)
    default:
      extracted = try MarkupReader.read(
        utf8, inclusion: inclusion.map(MarkupInclusion.init) ?? .none)
    }
    if format != .text, format != .markdown { isUnchanged = false }
    return Reading(
      encoding: decoded.encoding, format: format, isUnchanged: isUnchanged,
      notices: decoded.notices, extracted: extracted)
  }

  /// Reads what is no text by itself: office documents, books, page descriptions; `nil` for texts.
  private static func readPacked(
    _ bytes: [UInt8]
  ) throws(ParseError) -> (format: DocumentFormat, extracted: ExtractedText)? {
    guard bytes.count > 3 else { return nil }
    if bytes[0] == 0x50, bytes[1] == 0x4B, bytes[2] == 3 || bytes[2] == 5 {
      return try OfficeReader.read(bytes)
    }
    if bytes.starts(with: Array("%PDF-".utf8)) { return (.pdf, try PDFReader.read(bytes)) }
    return nil
  }

  /// Takes the language that the form declares where letters alone could not tell it from English: Welsh, French.
  ///
  /// Pages of other scripts are declared English by their templates, so nothing else is believed.
  private static func declareLanguage(of document: inout PolicyDocument, _ tag: String?) {
    guard let tag, document.language == .english, !tag.lowercased().hasPrefix("zh"),
      !tag.lowercased().hasPrefix("en")
    else { return }
    let named = Language(tag: tag)
    guard named != .undetermined else { return }
    document.language = named
    for index in document.passages.indices where document.passages[index].language == .english {
      document.passages[index].language = named
    }
  }

  /// Adds outline, passages, sentences, metadata and voices to a document that has its text.
  private static func fill(_ document: inout PolicyDocument, from extracted: ExtractedText) {
    let source = extracted.utf8
    let text = source.span
    let map = extracted.map ?? TextMap(text)
    var head = HeadReader(text, blocks: extracted.blocks)
    head.read(
      entered: extracted.entered[.title], titleBlock: extracted.titleBlock,
      length: extracted.titleLength, property: extracted.propertyTitle)
    var blocks = head.blocks
    ContentsPages(text).mark(&blocks)
    var division = BlockDivision(text, map: map, blocks: blocks)
    let isPlain = document.format == .text || document.format == .jsonl
    let outline = OutlineBuilder(
      text, blocks: division.divided(), isPlain: isPlain, title: head.result.titleRange
    ).build()
    document.sections = outline.nodes.map { node in
      guard let parent = node.parent else { return .root }
      return Section(
        parent: parent, ordinal: node.ordinal, depth: node.depth,
        heading: text.collapsed(in: node.words),
        number: node.number.isEmpty ? nil : text.collapsed(in: node.number),
        headingSpan: map.span(of: node.heading), isInstrument: node.isInstrument)
    }
    var builder = PassageBuilder(text, map: map)
    builder.build(outline, document.sections)
    document.language = builder.language
    (document.passages, document.sentences) = builder.finish()
    if document.language == .english { WelshPassages(text).mark(&document) }
    if let named = extracted.entered[.language], document.passages.isEmpty {
      document.language = Language(tag: named)
    }
    DocumentParser.declareLanguage(of: &document, extracted.declared[.language])
    document.metadata = MetadataReader(
      text, blocks: head.blocks, map: map, head: head.result, entered: extracted.entered,
      declared: extracted.declared
    ).read()
    document.relations = RelationReader(text, blocks: head.blocks, map: map).relations(
      titled: document.metadata.title.value, at: head.result.titleRange,
      numbered: document.metadata.number.value)
    DamageLedger(map).write(to: &document)
    VoiceReader(text, map: map).read(into: &document)
    if document.passages.isEmpty {
      document.notices.append(ParseNotice(kind: .empty, detail: "no text was found"))
    }
  }
}
