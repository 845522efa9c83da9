import GazetteIndex

/// One thing to look for in the tokens of a text when matches are shown.
struct MatchPattern: Hashable {
  /// How a find is reported.
  var kind: Match.Kind
  /// The field that it is looked for in; stems are looked for in the field that they belong to.
  var field: FieldID
  /// The terms with their offsets from the first; one for a word.
  var terms: [PhraseTerm]
}

extension MatchPattern {
  /// Collects what a query looks for, without what it excludes, in the order of the query.
  static func patterns(of query: Query, schema: Schema) -> [MatchPattern] {
    var patterns: [MatchPattern] = []
    var seen: Set<MatchPattern> = []
    // A stack instead of recursion: a query of any depth costs memory, never the call stack.
    var rest = [query]
    while let part = rest.popLast() {
      var found: MatchPattern?
      switch part {
      case .everything, .nothing, .range: break
      case .term(let term): found = pattern(term, schema: schema)
      case .phrase(let field, let terms):
        found = MatchPattern(kind: .phrase, field: field, terms: terms)
      case .prefix(let term):
        found = MatchPattern(
          kind: .prefix, field: term.field, terms: [PhraseTerm(bytes: term.bytes, offset: 0)])
      // What they stand for is in the dictionary, which is not at hand.
      case .wildcard, .termRange, .fuzzy: break
      case .sloppyPhrase(let field, let terms, _):
        rest += terms.reversed().map { .term(Term(field: field, bytes: $0.bytes)) }
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
