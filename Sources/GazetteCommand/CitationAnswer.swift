import GazetteDocument
import GazetteExport
import GazetteSearch

/// What `gazette cite` answers for one passage or sentence, as JSON.
struct CitationAnswer {
  let item: BibliographicItem

  var json: JSONValue {
    let excerpt = item.excerpt
    return .object([
      "document": JSONValue(excerpt.document), "passage": JSONValue(excerpt.passage),
      "sentence": excerpt.sentence.map { JSONValue($0, of: excerpt.passage) } ?? .null,
      "quotable": JSONValue(excerpt.quotability), "selector": JSONValue(excerpt.selector),
      "link": JSONValue(item.deepLink), "accessed": JSONValue(item.accessed?.description),
      "citation": .object([
        "text": .string(excerpt.citation.full), "short": .string(excerpt.citation.short),
        "markdown": .string(MarkdownCitation.text(of: item)),
        "html": .string(HTMLCitation.text(of: item)),
        "legal": .string(line(LegalShortForm.text(of: item))),
        "gbt7714": .string(line(GBT7714Reference.text(of: item))),
        "bibtex": .string(BibTeXEntry.text(of: item)), "ris": .string(RISRecord.text(of: item)),
        "csl": CSLItem.json(of: item), "annotation": WebAnnotation.json(of: item),
      ]),
    ])
  }

  /// A text without its line end.
  private func line(_ text: String) -> String { String(text.dropLast()) }
}
