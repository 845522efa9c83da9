internal import GazetteDocument

extension ExtractedText {
  /// Takes the language that the outermost element of a page declares.
  mutating func declareLanguage(_ first: XMLNode?) {
    var node = first
    while let current = node, current.kind != .element { node = current.next }
    guard let language = node?.attribute("lang"), !language.isEmpty, language.utf8.count <= 35
    else { return }
    declared[.language] = language
  }

  /// Takes what the `meta` elements of a page declare of the document.
  mutating func declare(_ head: XMLNode) {
    var child = head.firstChild
    while let node = child {
      child = node.next
      guard node.kind == .element, node.isNamed("meta"),
        let name = node.attribute("name") ?? node.attribute("property"),
        let field = CitationLexicon.shared.metaNames[name.lowercased()], declared[field] == nil,
        let content = node.attribute("content")
      else { continue }
      let bytes = Array(content.utf8.prefix(4_096))
      guard String(validating: bytes, as: UTF8.self) != nil else { continue }
      let value = bytes.span.collapsed(in: bytes.span.trimmed(0..<bytes.count))
      if !value.isEmpty { declared[field] = value }
    }
  }
}
