import GazetteIndex

/// One thing to look for in the tokens of a text when matches are shown.
struct MatchPattern: Hashable {
  /// How a find is reported.
  var kind: Match.Kind
  /// The field that it is looked for in; stems are looked for in the field that they belong to.
  var field: FieldID
  /// The terms with their offsets from the first; one for a word.
  var terms: [PhraseTerm]
  /// Whether words count that only begin with the term.
  var isBeginning = false
  /// How many further positions the terms of a phrase may take.
  var slop = 0
}

extension MatchPattern {
  /// Collects what a query looks for, without what it excludes, in the order of the query.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - schema: The fields of the index.
  ///   - terms: Gives the terms that a pattern or a word that may be misspelt stands for in the index.
  /// - Returns: The patterns, each once.
  static func patterns(
    of query: Query, schema: Schema, terms: (Query) -> [TermExpansion.Found] = { _ in [] }
  ) -> [MatchPattern] {
    var patterns: [MatchPattern] = []
    var seen: Set<MatchPattern> = []
    // A stack instead of recursion: a query of any depth costs memory, never the call stack.
    var rest = [query]
    while let part = rest.popLast() {
      var found: MatchPattern?
      // What stands for several terms looks for each of them.
      if let expanded = expanded(part, schema: schema, terms) {
        for pattern in expanded where !patterns.contains(pattern) { patterns.append(pattern) }
        continue
      }
      switch part {
      case .everything, .nothing, .range: break
      case .term(let term): found = pattern(term, schema: schema)
      case .phrase(let field, let terms):
        found = MatchPattern(kind: .phrase, field: field, terms: terms)
      case .prefix(let term):
        found = MatchPattern(
          kind: .prefix, field: term.field, terms: [PhraseTerm(bytes: term.bytes, offset: 0)],
          isBeginning: true)
      case .wildcard, .termRange, .fuzzy: break
      case .sloppyPhrase(let field, let terms, let slop):
        found = MatchPattern(kind: .phrase, field: field, terms: terms, slop: slop)
      case .near(let field, let phrases, _):
        rest += phrases.reversed().map { .phrase(field: field, terms: $0) }
      case .fields(let terms): rest += terms.reversed().map { .term($0.term) }
      case .all(let parts), .any(let parts, _), .within(_, let parts): rest += parts.reversed()
      case .excluding(let kept, _): rest.append(kept)
      case .preferring(let first, let second): rest += [second, first]
      case .boosted(let inner, _), .constant(let inner, _): rest.append(inner)
      }
      guard let found else { continue }
      // Few are compared sooner than a table for them is set up.
      if patterns.count < 48 {
        if !patterns.contains(found) { patterns.append(found) }
      } else {
        if seen.isEmpty { seen = Set(patterns) }
        if seen.insert(found).inserted { patterns.append(found) }
      }
    }
    return patterns
  }

  /// The most terms of one pattern that are looked for in what is shown.
  private static let expansionLimit = 256

  private static func expanded(
    _ query: Query, schema: Schema, _ terms: (Query) -> [TermExpansion.Found]
  ) -> [MatchPattern]? {
    let kind: Match.Kind
    switch query {
    case .wildcard, .termRange: kind = .prefix
    case .fuzzy: kind = .fuzzy
    default: return nil
    }
    return terms(query).prefix(expansionLimit).map { found in
      var pattern = pattern(found.term, schema: schema)
      if pattern.kind == .literal, kind == .prefix || found.edits > 0 { pattern.kind = kind }
      return pattern
    }
  }

  private static func pattern(_ term: Term, schema: Schema) -> MatchPattern {
    let terms = [PhraseTerm(bytes: term.bytes, offset: 0)]
    let field = Int(term.field.rawValue)
    guard field < schema.fields.count, schema.fields[field].kind == .stems, field > 0 else {
      return MatchPattern(kind: .literal, field: term.field, terms: terms)
    }
    return MatchPattern(
      kind: .stem, field: FieldID(rawValue: UInt8(field - 1)), terms: terms)
  }
}
