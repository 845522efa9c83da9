import GazetteDocument
import GazetteIndex
import GazetteQuotations

/// Looks up in an index what a draft names as the source of a quotation.
struct ClaimResolver {
  private let search: PolicySearch
  private let titles: TitleIndex
  private var numbers: [String: [PolicyDocument.ID]] = [:]

  init(_ search: PolicySearch) throws(IndexError) {
    self.search = search
    titles = TitleIndex(try search.documents())
  }

  /// The source that is named beside a quotation; `nil` when none is.
  ///
  /// The nearest text that names anything decides; within it what is in the index comes before what is not.
  mutating func source(in surroundings: QuotationSurroundings) throws -> ClaimedSource? {
    for text in surroundings.texts {
      if let found = try source(in: text) { return found }
    }
    return nil
  }

  private mutating func source(in text: String) throws -> ClaimedSource? {
    var missing: ClaimedSource?
    for claim in ClaimReader.claims(in: text) {
      let (documents, place) = try documents(of: claim.target)
      if !documents.isEmpty {
        return ClaimedSource(text: claim.text, documents: documents, place: place)
      }
      // A path of a web address is no name of a document.
      if case .address = claim.target, text.contains("://") { continue }
      missing = missing ?? ClaimedSource(text: claim.text, documents: [], place: place)
    }
    let address = text.split(whereSeparator: { $0.isWhitespace || "()<>（）".contains($0) })
      .first { $0.contains("://") }
    if let address, case let found = titles.documents(from: String(address)), !found.isEmpty {
      return ClaimedSource(text: String(address), documents: found, place: nil)
    }
    if let (words, documents) = titles.mention(in: text) {
      return ClaimedSource(text: words, documents: documents, place: nil)
    }
    return missing
  }

  private mutating func documents(
    of target: SourceClaim.Target
  ) throws -> (documents: [PolicyDocument.ID], place: String?) {
    switch target {
    case .id(let id):
      return (try search.passages(with: id).map(\.document.id), id.description)
    case .address(let name, let place): return (titles.documents(named: name), place)
    case .number(let number): return (try documents(numbered: number), nil)
    case .title(let title, let number):
      let titled = titles.documents(titled: title)
      if titled.count == 1 { return (titled, nil) }
      guard let number, case let numbered = try documents(numbered: number), !numbered.isEmpty
      else {
        return (titled, nil)
      }
      let both = numbered.filter(titled.contains)
      return (both.isEmpty ? numbered : both, nil)
    }
  }

  private mutating func documents(numbered number: String) throws -> [PolicyDocument.ID] {
    if let known = numbers[number] { return known }
    var found: [PolicyDocument.ID] = []
    // In running text words may stand before the code: 根据国发〔2018〕43号.
    var rest = Substring(number)
    while found.isEmpty, !rest.isEmpty {
      do {
        found = [try search.record(named: String(rest)).summary().id]
      } catch LookupError.ambiguous(_, let documents) {
        found = documents.map { PolicyDocument.ID($0) }
      } catch is LookupError {}
      guard let first = rest.unicodeScalars.first, first.value >= 0x3400,
        number.count - rest.count < 6
      else { break }
      rest = rest.dropFirst()
    }
    numbers[number] = found
    return found
  }
}
