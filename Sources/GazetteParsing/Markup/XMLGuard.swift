internal import GazetteDocument

/// Looks through XML before the parse for what would keep the parser busy or make one file read another.
enum XMLGuard {
  /// Checks a document.
  ///
  /// - Throws: `ParseError.malformed` for a document type that declares entities, which could stand for any amount of text
  ///   and for other files, and at the first start tag beyond the limits of `TagGuard`.
  static func check(_ xml: Span<UInt8>) throws(ParseError) {
    var position = 0
    while let place = xml.firstPlace(of: "<", in: position..<xml.count) {
      let next = place + 1
      if xml.starts(with: "!DOCTYPE", at: next, end: xml.count) {
        try checkType(xml, from: next)
        break
      } else if xml.starts(with: "!--", at: next, end: xml.count) {
        position = xml.firstPlace(of: "-->", in: next..<xml.count) ?? xml.count
      } else if xml.starts(with: "?", at: next, end: xml.count) {
        position = xml.firstPlace(of: "?>", in: next..<xml.count) ?? xml.count
      } else {
        break
      }
    }
    _ = try TagGuard.check(xml, isXML: true)
  }

  private static func checkType(_ xml: Span<UInt8>, from start: Int) throws(ParseError) {
    var depth = 0
    var position = start
    while position < xml.count {
      switch xml[position] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth == 0: return
      case UInt8(ascii: "<") where xml.starts(with: "<!ENTITY", at: position, end: xml.count):
        throw .malformed(ParseFinding(.entities), offset: position)
      case 0x22, 0x27:
        let quote: StaticString = xml[position] == 0x22 ? "\"" : "'"
        position = xml.firstPlace(of: quote, in: position + 1..<xml.count) ?? xml.count
      case UInt8(ascii: "<") where xml.starts(with: "<!--", at: position, end: xml.count):
        position = xml.firstPlace(of: "-->", in: position..<xml.count) ?? xml.count
      case UInt8(ascii: "<") where xml.starts(with: "<?", at: position, end: xml.count):
        position = xml.firstPlace(of: "?>", in: position..<xml.count) ?? xml.count
      default: break
      }
      position += 1
    }
  }
}
