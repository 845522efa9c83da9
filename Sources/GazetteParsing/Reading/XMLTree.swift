internal import CLibXML2
internal import GazetteDocument

/// Owns one tree of libxml2; together with `XMLNode` the only code that sees libxml2.
@safe struct XMLTree: ~Copyable {
  private let document: UnsafeMutablePointer<_xmlDoc>

  /// Process-wide settings of libxml2, made before the first parse.
  private static let isPrepared: Bool = {
    gazette_xml_prepare()
    return true
  }()

  /// Parses HTML that is valid UTF-8 and that `TagGuard` let through.
  ///
  /// - Throws: `ParseError.incomplete` when libxml2 dropped a part of the text: elements nested deeper than 2,048, a
  ///   text node of over 10 MB, no memory.
  init(html: [UInt8]) throws(ParseError) {
    let losses = LossRecord()
    let options = Int32(
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue)
    let parsed = unsafe try XMLTree.parse(html, losses) { text, length in
      unsafe htmlReadMemory(text, length, nil, "UTF-8", options)
    }
    guard let parsed = unsafe parsed else {
      throw .incomplete(ParseFinding(.htmlWithoutTree), offset: nil)
    }
    if let loss = losses.loss {
      unsafe xmlFreeDoc(parsed)
      throw .incomplete(loss, offset: nil)
    }
    unsafe document = parsed
  }

  /// Parses XML that is valid UTF-8 and that `XMLGuard` let through; what the file declares of its encoding is not heeded.
  ///
  /// - Throws: `ParseError.malformed` with the line when it is not well-formed: XML that is, has nothing to mend.
  init(xml: [UInt8]) throws(ParseError) {
    let losses = LossRecord()
    let options = Int32(
      XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
        | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_COMPACT.rawValue)
    let parsed = unsafe try XMLTree.parse(xml, losses) { text, length in
      unsafe xmlReadMemory(text, length, nil, "UTF-8", options)
    }
    guard let parsed = unsafe parsed else {
      if let loss = losses.loss {
        throw .incomplete(loss, offset: nil)
      }
      throw .malformed(losses.first ?? ParseFinding(.xmlEmpty), offset: nil)
    }
    if let loss = losses.loss {
      unsafe xmlFreeDoc(parsed)
      throw .incomplete(loss, offset: nil)
    }
    unsafe document = parsed
  }

  private static func parse(
    _ bytes: [UInt8], _ losses: LossRecord,
    _ read: (UnsafePointer<CChar>?, Int32) -> UnsafeMutablePointer<_xmlDoc>?
  ) throws(ParseError) -> UnsafeMutablePointer<_xmlDoc>? {
    precondition(XMLTree.isPrepared, "libxml2 has its settings")
    guard bytes.count <= Int(Int32.max) else {
      throw .tooLarge(bytes: bytes.count, limit: Int(Int32.max))
    }
    return unsafe bytes.withUnsafeBytes { buffer in
      // The handler is kept per thread; a parse never suspends, so nothing else runs under it.
      unsafe xmlSetStructuredErrorFunc(Unmanaged.passUnretained(losses).toOpaque()) {
        record, error in
        guard let record = unsafe record, let error = unsafe error else { return }
        let words = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? ""
        unsafe Unmanaged<LossRecord>.fromOpaque(record).takeUnretainedValue().note(
          code: error.pointee.code, line: Int(error.pointee.line), words: words)
      }
      defer { xmlSetStructuredErrorFunc(nil, nil) }
      return unsafe read(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
    }
  }

  deinit {
    unsafe xmlFreeDoc(document)
  }

  /// The outermost element; `nil` when there is none.
  var root: XMLNode? {
    unsafe XMLNode(xmlDocGetRootElement(document))
  }

  /// The first node of the document; it and everything reached from it is valid as long as the tree lives.
  var first: XMLNode? {
    unsafe XMLNode(document.pointee.children)
  }
}

/// The errors of one parse that cost text; all others are mended by the parser.
private final class LossRecord {
  private(set) var loss: ParseFinding?
  /// The first error of any kind.
  private(set) var first: ParseFinding?

  func note(code: Int32, line: Int, words: String) {
    let code = UInt32(bitPattern: code)
    if first == nil { first = LossRecord.finding(code: code, line: line, words: words) }
    guard loss == nil else { return }
    switch code {
    case XML_ERR_NO_MEMORY.rawValue: loss = ParseFinding(.longText, line)
    case XML_ERR_INTERNAL_ERROR.rawValue:
      let isDeep = words.utf8.starts(with: "Excessive depth".utf8)
      loss = ParseFinding(isDeep ? .deepElements : .longText, line)
    case XML_ERR_INVALID_ENCODING.rawValue, XML_I18N_CONV_FAILED.rawValue,
      XML_ERR_UNSUPPORTED_ENCODING.rawValue:
      loss = ParseFinding(.undecoded, line)
    default: return
    }
  }

  /// What an error of the parser says, in words of ours for those that are met most.
  private static func finding(code: UInt32, line: Int, words: String) -> ParseFinding {
    switch code {
    case XML_ERR_TAG_NAME_MISMATCH.rawValue: return ParseFinding(.xmlEndTag, line)
    case XML_ERR_TAG_NOT_FINISHED.rawValue: return ParseFinding(.xmlCut, line)
    case XML_ERR_DOCUMENT_EMPTY.rawValue: return ParseFinding(.xmlEmpty)
    case XML_ERR_DOCUMENT_END.rawValue: return ParseFinding(.xmlOutside, line)
    case XML_ERR_INVALID_CHAR.rawValue, XML_ERR_MISPLACED_CDATA_END.rawValue:
      return ParseFinding(.xmlCharacter, line)
    case XML_ERR_INVALID_HEX_CHARREF.rawValue...XML_ERR_INVALID_CHARREF.rawValue,
      XML_ERR_CHARREF_AT_EOF.rawValue...XML_ERR_PEREF_SEMICOL_MISSING.rawValue:
      return ParseFinding(.xmlReference, line)
    case XML_ERR_LT_IN_ATTRIBUTE.rawValue...XML_ERR_ATTRIBUTE_REDEFINED.rawValue:
      return ParseFinding(.xmlAttribute, line)
    case XML_ERR_SPACE_REQUIRED.rawValue, XML_ERR_NAME_REQUIRED.rawValue,
      XML_ERR_GT_REQUIRED.rawValue, XML_ERR_LTSLASH_REQUIRED.rawValue:
      return ParseFinding(.xmlTag, line)
    default:
      let said = words.split(separator: "\n").first.map(String.init) ?? words
      return ParseFinding(.xmlWords, line, said)
    }
  }
}
