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
    precondition(XMLTree.isPrepared, "libxml2 has its settings")
    let losses = LossRecord()
    let options = Int32(
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue)
    guard html.count <= Int(Int32.max) else {
      throw .tooLarge(bytes: html.count, limit: Int(Int32.max))
    }
    let parsed: UnsafeMutablePointer<_xmlDoc>? = unsafe html.withUnsafeBytes { buffer in
      // The handler is kept per thread; a parse never suspends, so nothing else runs under it.
      unsafe xmlSetStructuredErrorFunc(Unmanaged.passUnretained(losses).toOpaque()) {
        record, error in
        guard let record = unsafe record, let error = unsafe error else { return }
        unsafe Unmanaged<LossRecord>.fromOpaque(record).takeUnretainedValue().note(
          code: error.pointee.code, column: Int(error.pointee.line))
      }
      defer { xmlSetStructuredErrorFunc(nil, nil) }
      return unsafe htmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8",
        options)
    }
    guard let parsed = unsafe parsed else {
      throw .incomplete(what: "the HTML parser gave no tree", offset: nil)
    }
    if let what = losses.what {
      unsafe xmlFreeDoc(parsed)
      throw .incomplete(what: "\(what) near line \(losses.line)", offset: nil)
    }
    unsafe document = parsed
  }

  deinit {
    unsafe xmlFreeDoc(document)
  }

  /// The first node of the document; it and everything reached from it is valid as long as the tree lives.
  var first: XMLNode? {
    unsafe XMLNode(document.pointee.children)
  }
}

/// The errors of one parse that cost text; all others are mended by the parser.
private final class LossRecord {
  private(set) var what: String?
  private(set) var line = 0

  func note(code: Int32, column: Int) {
    guard what == nil else { return }
    switch UInt32(bitPattern: code) {
    case XML_ERR_NO_MEMORY.rawValue: what = "a text node of over 10 MB, or no memory"
    case XML_ERR_INTERNAL_ERROR.rawValue: what = "elements nested deeper than 2,048"
    case XML_ERR_INVALID_ENCODING.rawValue, XML_I18N_CONV_FAILED.rawValue,
      XML_ERR_UNSUPPORTED_ENCODING.rawValue:
      what = "bytes that the parser could not decode"
    default: return
    }
    line = column
  }
}
