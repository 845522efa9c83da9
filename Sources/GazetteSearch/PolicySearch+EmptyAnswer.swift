import GazetteIndex
import GazetteQuery

extension PolicySearch {
  /// Looks at what a search that found nothing asked for.
  ///
  /// Costs a count for each part of the query, and for the query without it.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - results: Its answer.
  /// - Returns: Where it looked, and what asking for less would find.
  /// - Throws: As `search`.
  public func emptyAnswer(
    to request: SearchRequest, _ results: PolicyResults
  ) throws -> EmptyAnswer {
    let named = try named(request.text)
    let filters = try request.filters.map { try filter($0) }
    func count(_ syntax: QuerySyntax, _ filters: [Query]) throws -> Int {
      let query = ParsedQuery.query(of: syntax, naming: named.names)
      return try searcher.count(filters.isEmpty ? query : .all([query] + filters))
    }
    let syntax = named.parsed.syntax
    let parts: [QuerySyntax] =
      if case .all(let parts) = syntax.kind { parts } else { [syntax] }
    let looked = parts.prefix(Self.partLimit)
    var alone: [EmptyAnswer.Attempt] = []
    for part in looked where !part.isNegation {
      alone.append(.init(query: part.description, count: try count(part, [])))
    }
    var nearest: [EmptyAnswer.Attempt] = []
    func attempt(_ syntax: QuerySyntax, _ filters: [Query]) throws {
      let found = try count(syntax, filters)
      let text = syntax.description
      if found > 0, !nearest.contains(where: { $0.query == text }) {
        nearest.append(.init(query: text, count: found))
      }
    }
    if !filters.isEmpty { try attempt(syntax, []) }
    if let repaired = results.query.repaired {
      try attempt(ParsedQuery(repaired).syntax, filters)
    }
    for looser in syntax.looser { try attempt(looser, filters) }
    if parts.count > 1 {
      for place in looked.indices {
        var rest = parts
        rest.remove(at: place)
        try attempt(.all(of: rest), filters)
      }
    }
    if nearest.isEmpty {
      nearest = alone.filter { $0.count > 0 }.sorted { $0.count < $1.count }
    }
    return EmptyAnswer(
      documents: searcher.groupCount, passages: searcher.entryCount, fields: syntax.fields,
      parts: parts.count > 1 ? alone : [], nearest: Array(nearest.prefix(Self.nearestLimit)))
  }

  /// Of a long query so many parts are looked at.
  private static let partLimit = 12
  private static let nearestLimit = 5
}

extension QuerySyntax {
  fileprivate var isNegation: Bool {
    if case .not = kind { true } else { false }
  }

  /// The same with one field or phrase taken less strictly: its words, wherever they stand.
  fileprivate var looser: [QuerySyntax] {
    let parts: [QuerySyntax] = if case .all(let parts) = kind { parts } else { [self] }
    var found: [QuerySyntax] = []
    for (place, part) in parts.enumerated() {
      let words: QuerySyntax
      switch part.kind {
      case .phrase(let phrase), .sloppy(let phrase, _): words = ParsedQuery.words(of: phrase)
      case .field(let field, let value)
      where field == .title || field == .heading || field == .body || field == .issuer
        || field == .speaker:
        words = value
      default: continue
      }
      var rest = parts
      rest[place] = words
      found.append(.all(of: rest))
    }
    return found
  }

  /// The fields that the tree looks through, each once, in their own order.
  fileprivate var fields: [PolicyField] {
    var found: Set<PolicyField> = []
    var open = [self]
    while let node = open.popLast() {
      switch node.kind {
      case .word, .phrase, .prefix, .pattern, .fuzzy, .sloppy:
        found.formUnion([.body, .heading, .title, .raw])
      case .field(.concept, _): found.formUnion([.body, .heading, .title])
      case .field(let field, _): found.insert(field)
      case .near(let left, let right, _):
        found.insert(.body)
        open += [left, right].filter { if case .field = $0.kind { true } else { false } }
      case .all(let parts), .any(let parts): open += parts
      case .within(.sentence, _), .within(.passage, _): found.insert(.body)
      case .within(_, let parts): open += parts
      case .not(let inner), .boosted(let inner, _): open.append(inner)
      case .dates: break
      }
    }
    return PolicyField.allCases.filter(found.contains)
  }
}
