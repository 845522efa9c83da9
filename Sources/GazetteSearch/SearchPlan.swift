import GazetteIndex
import GazetteQuery

/// What a request comes to: how its text was taken, and the queries that answer it.
struct SearchPlan {
  /// The query, and what its tags mean.
  let named: PolicySearch.NamedQuery
  /// The same with other renderings.
  let widened: PolicySearch.Widened?
  /// The thesaurus, where it is needed.
  let thesaurus: StoredThesaurus?
  /// The concepts that are lit.
  let wanted: WantedConcepts
  /// The queries that answer.
  private(set) var tiers: SearchTiers
  /// What came nearest, where nothing has everything.
  private(set) var partial: PartialAnswer?
  /// The order of the answers.
  private(set) var order: PassageOrder

  /// A part of the list that was asked for when the queries were chosen.
  private var first: (limit: Int, offset: Int, answer: Answer)

  /// A part of the list, how many there are in all, and how many of them hold the words.
  typealias Answer = (found: [SearchTiers.Found], count: Int, literalCount: Int)

  /// The query.
  var parsed: ParsedQuery { named.parsed }

  /// Finds out which queries answer a request.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - search: The index.
  ///   - limit: How much of the list will be asked for first.
  ///   - offset: Where that begins.
  /// - Throws: As `PolicySearch.search`.
  init(
    _ request: SearchRequest, of search: PolicySearch, limit: Int, offset: Int
  ) throws {
    let searcher = search.searcher
    named = try search.named(request.text)
    let parsed = named.parsed
    thesaurus =
      request.isLiteral && named.numbers.isEmpty ? nil : try search.thesaurus()
    let (named, isLiteral) = (named, request.isLiteral)
    widened = try thesaurus.flatMap { try .init(named, by: $0, literally: isLiteral) }
    wanted = WantedConcepts(
      tagged: named.numbers, typed: widened?.typed ?? [:], words: widened?.words ?? [:])
    let filters = try request.filters.map { try search.filter($0) }
    var literal = parsed.query
    if let number = try search.numberQuery(request.text) { literal = .any([literal, number]) }
    order = request.order
    let weighsStanding = request.weighsStanding
    tiers = SearchTiers(
      searcher, literal: literal, wide: widened?.query, weighingStanding: weighsStanding
    ).filtered(by: filters)
    first = (limit, offset, try tiers.search(limit: limit, offset: offset, in: order))
    guard first.answer.count == 0 else { return }
    if let titled = parsed.titled {
      let titles = SearchTiers(
        searcher, literal: titled, wide: nil, weighingStanding: weighsStanding
      ).filtered(by: filters)
      let found = try titles.search(limit: limit, offset: offset, in: order)
      if found.count > 0 {
        (tiers, first.answer) = (titles, found)
        return
      }
    }
    for partial in [
      try PartialAnswer(
        parsed, widened: widened?.syntax, in: searcher, weighingStanding: weighsStanding),
      PartialAnswer(loosening: parsed, in: searcher, weighingStanding: weighsStanding),
    ] {
      guard first.answer.count == 0, let partial else { continue }
      self.partial = partial
      tiers = partial.tiers.filtered(by: filters)
      order = .relevance
      first.answer = try tiers.search(limit: limit, offset: offset, in: order)
    }
  }

  /// A part of the list.
  func search(
    limit: Int, offset: Int
  ) throws(IndexError) -> Answer {
    if (limit, offset) == (first.limit, first.offset) { return first.answer }
    return try tiers.search(limit: limit, offset: offset, in: order)
  }

  /// What makes hits of what is found.
  func presentation(of search: PolicySearch) throws(IndexError) -> HitPresentation {
    try HitPresentation(
      of: search, wanted: wanted, thesaurus: wanted.isEmpty ? nil : thesaurus,
      missing: partial == nil ? nil : MissingWords(parsed))
  }
}

extension PolicySearch {
  /// What a filter asks of the index.
  func filter(_ text: String) throws -> Query {
    let named = try named(text)
    if let problem = named.parsed.problem { throw problem }
    return ParsedQuery.query(of: named.parsed.syntax, naming: named.names)
  }
}
