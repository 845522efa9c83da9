internal import GazetteDocument

extension DocumentFormat {
  /// How much of a text is looked at.
  private static let sample = 64 << 10

  /// The form of a decoded text: by what it holds, then by the name of its file.
  ///
  /// XML is known by its declaration, by the namespace of its root, or by the name of its file; XHTML is a page.
  static func recognised(_ text: Span<UInt8>, file: String) -> DocumentFormat {
    let ending = file.utf8.split(separator: UInt8(ascii: ".")).last.map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
    let start = text.skippingSpace(from: 0, to: text.count)
    if start < text.count, text[start] == UInt8(ascii: "<") {
      let root = XMLRoot(text, from: start)
      let isXML =
        root.isDeclared || root.hasNamespace || ending == "xml" || ending == "akn"
      if isXML, root.name != "html", root.isDeclared || root.name != nil { return .xml }
      if isPage(text, from: start) { return .html }
    }
    switch ending {
    case "html", "htm", "xhtml", "shtml": return .html
    case "md", "markdown", "mdown": return .markdown
    case "txt", "text": return FrontMatter(text)?.fields != nil ? .markdown : .text
    default: break
    }
    return looksMarked(text) ? .markdown : .text
  }

  /// Whether a text that begins with `<` is a page: a doctype, or an element that only pages have among the first.
  private static func isPage(_ text: Span<UInt8>, from start: Int) -> Bool {
    let end = min(text.count, start + 4096)
    var position = start
    while position + 1 < end {
      guard text[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      var key: UInt64 = 0
      var length = 0
      var index = position + 1
      if text[index] == UInt8(ascii: "!") { index += 1 }
      while index < end, length < 8, text[index].isLetter || text[index].isDigit {
        key = key << 8 | UInt64(text[index] | 0x20)
        index += 1
        length += 1
      }
      if pageElements.contains(key) {
        // <!doctype book …> is XML.
        if key != doctype { return true }
        let name = text.skippingSpace(from: index, to: end)
        return name + 4 <= end && text[name] | 0x20 == UInt8(ascii: "h")
          && text[name + 1] | 0x20 == UInt8(ascii: "t")
      }
      position += 1
    }
    return false
  }

  private static let doctype = key("doctype")
  private static let pageElements = Set(
    [
      "doctype", "html", "head", "body", "title", "meta", "div", "p", "h1", "h2", "h3", "table",
      "script", "style", "article", "section", "ul", "ol", "span", "br", "center", "font", "main",
      "nav",
    ].map(key))

  private static func key(_ name: String) -> UInt64 {
    name.utf8.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
  }

  /// Whether a text without a telling name is Markdown: front matter, or headings with # on lines of their own.
  private static func looksMarked(_ text: Span<UInt8>) -> Bool {
    if FrontMatter(text)?.fields != nil { return true }
    var headings = 0
    var position = 0
    while position < min(text.count, sample) {
      let end = text.lineEnd(from: position)
      var place = position
      while place < end, place < position + 7, text[place] == UInt8(ascii: "#") { place += 1 }
      if place > position, place <= position + 6, place < end, text[place] == 0x20 { headings += 1 }
      position = end + 1
    }
    return headings >= 2
  }
}
