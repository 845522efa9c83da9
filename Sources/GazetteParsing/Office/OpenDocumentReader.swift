internal import GazetteDocument

/// Reads OpenDocument texts (ISO/IEC 26300); the headers and footers of their page styles are furniture.
enum OpenDocumentReader {
  /// The blocks of a document.
  ///
  /// - Throws: `ParseError` when a part is damaged, hostile or missing.
  static func read(_ package: inout OfficePackage) throws(ParseError) -> ExtractedText {
    guard let kind = try package.text("mimetype") else {
      return try text(&package)
    }
    let name = String(decoding: kind, as: UTF8.self)
    if name.contains("spreadsheet") || name.contains("presentation") || name.contains("graphics") {
      throw .unsupported(
        format: "an OpenDocument file that is no text", advice: "save it as HTML or PDF")
    }
    return try text(&package)
  }

  private static func text(_ package: inout OfficePackage) throws(ParseError) -> ExtractedText {
    guard let xml = try package.text("content.xml"), !xml.isEmpty else {
      throw .malformed(what: "an OpenDocument text without its text", offset: nil)
    }
    try XMLGuard.check(xml.span)
    let tree = try XMLTree(xml: xml)
    guard let body = tree.root?.child("body") else {
      throw .malformed(what: "an OpenDocument text without its text", offset: nil)
    }
    var extracted = try MarkupReader.read(body, dialect: .openDocument, capacity: xml.count / 4)
    try package.withTree("styles.xml") { root throws(ParseError) in
      for page in root.child("master-styles")?.children ?? [] {
        for edge in page.children where edge.name == "header" || edge.name == "footer" {
          let part = try MarkupReader.read(edge, dialect: .openDocument, capacity: 256)
          extracted.append(part, furniture: .pageEdge)
        }
      }
    }
    return extracted
  }
}
