internal import GazetteDocument

/// Looks through HTML before the parse for start tags that would keep libxml2 busy: it compares every attribute with
/// all before it, so that a tag of 100,000 attributes, under 1 MB, costs 25 seconds.
struct TagGuard {
  /// More attributes than this in one tag are refused; real pages stay below 60.
  static let maximumAttributes = 256
  /// More bytes than this between `<` and `>`, quoted values apart, are refused.
  static let maximumTagBytes = 64 << 10

  /// More namespaces than these in force at once are refused: every name is looked for among all of them.
  static let maximumNamespaces = 1_024

  /// The open elements that declare namespaces: how deep they lie, and how many they declare.
  private var declaring: [(depth: Int, count: Int)] = []
  private var namespaces = 0
  private var depth = 0

  /// Checks a page, or another XML document.
  ///
  /// - Parameters:
  ///   - html: The page as valid UTF-8.
  ///   - isXML: Whether `script` and `style` are elements like any other, and `<![CDATA[` parts are text.
  /// - Returns: Whether control characters stand in it, which the parser would stop at.
  /// - Throws: `ParseError.malformed` at the first start tag beyond a limit.
  static func check(_ html: Span<UInt8>, isXML: Bool = false) throws(ParseError) -> Bool {
    var hasControls = false
    var position = 0
    var guarding = TagGuard()
    while position < html.count {
      let byte = html[position]
      if byte < 0x20, !byte.isSpace { hasControls = true }
      position += 1
      guard byte == UInt8(ascii: "<"), position < html.count else { continue }
      let next = html[position]
      if next.isLetter || beginsName(next, isXML) {
        position = try guarding.tagEnd(html, from: position, isXML: isXML)
      } else if next == UInt8(ascii: "/"), isXML {
        guarding.leave()
      } else if next == UInt8(ascii: "!"), html.triple(at: position, end: html.count) == 0x212D2D {
        position = try commentEnd(html, from: position + 3, isXML: isXML)
      } else if isXML, html.starts(with: "![CDATA[", at: position, end: html.count) {
        position = html.firstPlace(of: "]]>", in: position..<html.count) ?? html.count
      }
    }
    return hasControls
  }

  /// Whether libxml2 takes a byte that is no letter for the first of a name.
  private static func beginsName(_ byte: UInt8, _ isXML: Bool) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
      || isXML && byte >= 0x80
  }

  /// Notes that an element ends.
  private mutating func leave() {
    if let last = declaring.last, last.depth == depth {
      namespaces -= last.count
      declaring.removeLast()
    }
    depth -= 1
  }

  private mutating func tagEnd(
    _ html: Span<UInt8>, from start: Int, isXML: Bool
  ) throws(ParseError) -> Int {
    var position = start
    var key: UInt64 = 0
    while position < html.count, html[position].isLetter || html[position].isDigit {
      key = key &<< 8 | UInt64(html[position] | 0x20)
      position += 1
    }
    let nameEnd = position
    var attributes = 0
    var declared = 0
    var quoted = 0
    while position < html.count, html[position] != UInt8(ascii: ">") {
      let byte = html[position]
      if byte.isSpace || byte == UInt8(ascii: "/") {
        position += 1
        continue
      }
      attributes += 1
      if isXML, byte == UInt8(ascii: "x"),
        html.starts(with: "xmlns", at: position, end: html.count)
      {
        declared += 1
      }
      guard attributes <= TagGuard.maximumAttributes else {
        throw .malformed(ParseFinding(.attributes, TagGuard.maximumAttributes), offset: start - 1)
      }
      position = TagGuard.attributeEnd(html, from: position, quoted: &quoted)
      guard position - start - quoted <= TagGuard.maximumTagBytes else {
        throw .malformed(ParseFinding(.tagSize, TagGuard.maximumTagBytes), offset: start - 1)
      }
    }
    let isClosed = position > start && html[min(position, html.count) - 1] == UInt8(ascii: "/")
    if isXML, !isClosed {
      depth += 1
      if declared > 0 {
        declaring.append((depth, declared))
        namespaces += declared
        guard namespaces <= TagGuard.maximumNamespaces else {
          throw .malformed(
            ParseFinding(.namespaces, TagGuard.maximumNamespaces), offset: start - 1)
        }
      }
    }
    // In a script a `<` is a sign like any other.
    if !isXML, nameEnd - start <= 8, key == TagGuard.rawScript || key == TagGuard.rawStyle,
      !isClosed
    {
      return TagGuard.rawEnd(html, from: position, name: start..<nameEnd)
    }
    return position
  }

  private static func attributeEnd(
    _ html: Span<UInt8>, from start: Int, quoted: inout Int
  ) -> Int {
    var position = start + 1
    while position < html.count {
      let byte = html[position]
      if byte.isSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      if byte == UInt8(ascii: "=") { break }
      position += 1
    }
    var value = position
    while value < html.count, html[value].isSpace { value += 1 }
    guard value < html.count, html[value] == UInt8(ascii: "=") else { return position }
    value += 1
    while value < html.count, html[value].isSpace { value += 1 }
    guard value < html.count else { return value }
    let quote = html[value]
    if quote == 0x22 || quote == 0x27 {
      var end = value + 1
      while end < html.count, html[end] != quote { end += 1 }
      quoted += end - value
      return min(html.count, end + 1)
    }
    while value < html.count, !html[value].isSpace, html[value] != UInt8(ascii: ">") { value += 1 }
    return value
  }

  private static func commentEnd(
    _ html: Span<UInt8>, from start: Int, isXML: Bool
  ) throws(ParseError) -> Int {
    var position = start
    if isXML {
      // Two hyphens that do not end it are an error, and the parser takes long over each of them.
      guard let end = html.firstPlace(of: "--", in: start..<html.count) else { return html.count }
      guard end + 2 < html.count, html[end + 2] == UInt8(ascii: ">") else {
        throw .malformed(ParseFinding(.hyphens), offset: end)
      }
      return end + 3
    }
    while position + 2 < html.count {
      if html[position] == 0x2D, html.triple(at: position, end: html.count) == 0x2D2D3E {
        return position + 3
      }
      position += 1
    }
    return html.count
  }

  private static let rawScript: UInt64 = "script".utf8.reduce(0) { $0 << 8 | UInt64($1) }
  private static let rawStyle: UInt64 = "style".utf8.reduce(0) { $0 << 8 | UInt64($1) }

  /// The place of the end tag that closes raw text.
  private static func rawEnd(_ html: Span<UInt8>, from start: Int, name: Range<Int>) -> Int {
    var position = start
    while position + 2 + name.count <= html.count {
      if html[position] == UInt8(ascii: "<"), html[position + 1] == UInt8(ascii: "/") {
        var index = 0
        while index < name.count,
          html[position + 2 + index] | 0x20 == html[name.lowerBound + index] | 0x20
        {
          index += 1
        }
        if index == name.count { return position }
      }
      position += 1
    }
    return html.count
  }
}
