import GazetteDocument
import GazetteExport
import GazetteSearch

/// What `gazette cite` answers for one passage, as JSON.
struct CitationAnswer {
  let passage: CitedPassage

  var json: JSONValue {
    .object([
      "document": JSONValue(passage.document), "passage": JSONValue(passage),
      "citation": .object([
        "text": .string(passage.citation.full), "short": .string(passage.citation.short),
        "markdown": .string(MarkdownCitation.text(of: passage)),
      ]),
    ])
  }
}
