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
      throw .unsupported(ParseFinding(.openDocumentKind))
    }
    return try text(&package)
  }

  private static func text(_ package: inout OfficePackage) throws(ParseError) -> ExtractedText {
    guard let xml = try package.text("content.xml"), !xml.isEmpty else {
      throw .malformed(ParseFinding(.documentWithoutText), offset: nil)
    }
    try XMLGuard.check(xml.span)
    let tree = try XMLTree(xml: xml)
    guard let body = tree.root?.child("body") else {
      throw .malformed(ParseFinding(.documentWithoutText), offset: nil)
    }
    var form = OpenDocumentForm()
    if let root = tree.root { form.take(root) }
    try package.withTree("styles.xml") { form.take($0) }
    var extracted = try MarkupReader.read(
      body, dialect: .openDocument, form: form, capacity: xml.count / 4)
    try package.withTree("styles.xml") { root throws(ParseError) in
      for page in root.child("master-styles")?.children ?? [] {
        for edge in page.children where edge.name == "header" || edge.name == "footer" {
          let part = try MarkupReader.read(edge, dialect: .openDocument, capacity: 256)
          extracted.append(part, furniture: .pageEdge)
        }
      }
    }
    try package.withTree("meta.xml") { root in
      extracted.propertyTitle = root.child("meta")?.child("title")?.ownText
    }
    return extracted
  }
}
