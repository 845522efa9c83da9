/// The forms in which `gazette cite` writes citations.
public enum CitationFormat: String, Sendable, Hashable, CaseIterable {
  case text, markdown, html
  case cslJSON = "csl-json"
  case bibtex, ris, gbt7714, short, annotation

  /// Whether the form says on which day the source was looked at even where nobody asked.
  public var isDated: Bool {
    switch self {
    case .html, .cslJSON, .bibtex, .ris, .gbt7714: true
    case .text, .markdown, .short, .annotation: false
    }
  }

  /// Several citations as one text.
  ///
  /// - Parameters:
  ///   - items: The citations, in their order.
  ///   - inChinese: The language of the words around plain text and Markdown; the document's own when `nil`.
  /// - Returns: The text, with a line end; of CSL-JSON one array, of annotations one object a line.
  /// - Throws: `EncodingError`, never for what is built here.
  public func text(of items: [BibliographicItem], inChinese: Bool? = nil) throws -> String {
    switch self {
    case .text:
      items.map { TextCitation.text(of: $0, inChinese: inChinese) }.joined(separator: "\n")
    case .markdown:
      items.map { MarkdownCitation.text(of: $0, inChinese: inChinese) }.joined(separator: "\n")
    case .html: items.map(HTMLCitation.text).joined(separator: "\n")
    case .cslJSON: try JSONValue.array(items.map(CSLItem.json)).text() + "\n"
    case .bibtex: items.map(BibTeXEntry.text).joined(separator: "\n")
    case .ris: items.map(RISRecord.text).joined()
    case .gbt7714: items.map(GBT7714Reference.text).joined()
    case .short: items.map(LegalShortForm.text).joined()
    case .annotation: try items.map { try WebAnnotation.json(of: $0).text() + "\n" }.joined()
    }
  }
}
