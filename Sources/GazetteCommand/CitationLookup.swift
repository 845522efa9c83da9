import GazetteDocument
import GazetteQuery
import GazetteSearch

/// Finds what `gazette cite` is asked for: an id, a place, or words.
struct CitationLookup {
  /// What is cited, the first ones of all.
  let excerpts: [CitedExcerpt]
  /// How many there are in all.
  let total: Int
  /// How the words were read as a query; `nil` for an id and a place.
  let parsed: String?

  /// Looks up an id `gz:…` of a passage or a sentence, a place `doc#path`, or words as a quotation.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - search: The index.
  ///   - limit: The most to cite.
  /// - Throws: `LookupError` when the document has no such place, `IndexError` when the index is damaged.
  init(_ text: String, in search: PolicySearch, limit: Int) throws {
    if let id = MachineID(text) {
      let all = try search.passages(with: id)
      var documents = Documents(search)
      excerpts = try all.prefix(limit).map { passage in
        try documents.excerpt(
          of: passage, sentence: passage.sentences.first { $0.id == id && passage.id != id })
      }
      (total, parsed) = (all.count, nil)
      return
    }
    let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
    if parts.count == 2, let record = try? search.record(named: parts[0]) {
      let document = try record.document()
      let place = try DocumentPlace(parts[1], in: document)
      excerpts = try place.passages.prefix(limit).map { index in
        let passage = try record.citedPassage(at: index)
        return CitedExcerpt(
          passage, sentence: place.sentence.map { passage.sentences[$0 - 1] },
          legalNumber: document.legalNumber(ofPassage: index))
      }
      (total, parsed) = (place.passages.count, nil)
      return
    }
    // Words to cite are a quotation: all of them, in their order.
    let results = try search.search("\u{201C}" + text + "\u{201D}", limit: limit)
    parsed = results.query.syntax.description
    guard !results.isPartial else {
      (excerpts, total) = ([], 0)
      return
    }
    var documents = Documents(search)
    excerpts = try results.hits.map { try documents.excerpt(of: $0.passage) }
    total = results.totalCount
  }

  /// The documents around the passages, each read once.
  private struct Documents {
    let search: PolicySearch
    private var known: [String: PolicyDocument] = [:]

    init(_ search: PolicySearch) { self.search = search }

    mutating func excerpt(
      of passage: CitedPassage, sentence: CitedSentence? = nil
    ) throws -> CitedExcerpt {
      let name = passage.document.id.name
      let document = try known[name] ?? search.document(named: name)
      known[name] = document
      return CitedExcerpt(
        passage, sentence: sentence, legalNumber: document.legalNumber(ofPassage: passage.index))
    }
  }
}
