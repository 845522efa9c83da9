import GazetteIndex

extension QueryLowering {
  /// Lowers what counts several times.
  mutating func boostedPart(_ inner: QuerySyntax, _ factor: Float) -> Part? {
    guard var part = part(inner) else { return nil }
    part.query = .boosted(part.query, factor)
    part.choice = part.choice.map { choice in
      (choice.matching.map { .boosted($0, factor) }, choice.adding.map { .boosted($0, factor) })
    }
    return part
  }

  /// Lowers what stands together in one place.
  mutating func withinPart(_ scope: QueryScope, _ parts: [QuerySyntax]) -> Part? {
    let queries: [Query]
    let block: BlockScope
    switch scope {
    case .sentence:
      queries = parts.compactMap { bodyQuery($0).map(Self.withoutGaps) }
      block = .sentence(PolicyField.body.id)
    case .passage:
      queries = parts.compactMap { bodyQuery($0) }
      block = .entry
    case .section:
      guard let column = Schema.policy.column("section") else { return nil }
      queries = parts.compactMap { part($0)?.guarded }
      block = .run(column)
    case .document:
      queries = parts.compactMap { part($0)?.guarded }
      block = .group
    }
    guard !queries.isEmpty else { return nil }
    return Part(query: .within(block, queries), isFree: true)
  }

  /// The same with the words of a phrase that may have gaps in any order, as far apart as the sentence allows.
  private static func withoutGaps(_ query: Query) -> Query {
    switch query {
    case .sloppyPhrase(let field, let terms, _):
      .all(terms.map { .term(Term(field: field, bytes: $0.bytes)) })
    case .all(let parts): .all(parts.map(withoutGaps))
    case .any(let parts, let minimum): .any(parts.map(withoutGaps), minimum: minimum)
    case .boosted(let inner, let factor): .boosted(withoutGaps(inner), factor)
    default: query
    }
  }

  /// Lowers a part that must stand in the words of the passage, where a title or heading does not count.
  private mutating func bodyQuery(_ syntax: QuerySyntax) -> Query? {
    let body = TextField(.body)
    switch syntax.kind {
    case .word(let word):
      let terms = terms(word)
      guard !terms.atoms.isEmpty else { return nil }
      note(
        QueryPiece(
          text: word, range: syntax.range, kind: terms.atoms.count > 1 ? .phrase : .word,
          field: .body, atoms: terms.atoms, stem: terms.stem))
      return Self.oneOf(Self.forms(terms, in: body))
    case .phrase, .prefix: return fieldPart(.body, syntax)?.query
    case .pattern, .fuzzy, .sloppy:
      return looseForms(syntax, .body).map { Self.oneOf($0(body)) }
    case .field(.concept, let value):
      guard case .word(let name) = value.kind else { return nil }
      return tagQuery(name)
    case .all(let parts): return .all(parts.compactMap { bodyQuery($0) })
    case .any(let parts): return Self.oneOf(parts.compactMap { bodyQuery($0) })
    case .boosted(let inner, let factor): return bodyQuery(inner).map { .boosted($0, factor) }
    case .field, .dates, .near, .not, .within: return nil
    }
  }
}
