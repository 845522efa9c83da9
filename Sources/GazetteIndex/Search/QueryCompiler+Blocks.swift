extension QueryCompiler {
  func blockScorer(
    _ scope: BlockScope, _ parts: [Query], _ segment: Int, _ factor: Float
  ) throws(IndexError) -> Scorer? {
    guard !parts.isEmpty else { return nil }
    let column: Column?
    switch scope {
    case .entry: return try conjunction(parts, segment, factor)
    case .sentence(let field): return try sentenceScorer(field, parts, segment, factor)
    case .run(let id): column = try segments[segment].segment.column(id)
    case .group: column = nil
    }
    var scorers: [Scorer] = []
    for part in parts {
      guard let scorer = try scorer(for: part, in: segment, factor: factor) else { return nil }
      scorers.append(scorer)
    }
    return BlockScorer(
      scorers, boundaries: BlockBoundaries(segment: segments[segment].segment, column: column),
      fault: fault)
  }

  private func sentenceScorer(
    _ field: FieldID, _ parts: [Query], _ segment: Int, _ factor: Float
  ) throws(IndexError) -> Scorer? {
    guard let candidates = try conjunction(parts, segment, factor) else { return nil }
    var found: [SentencePart] = []
    var places: [Int] = []
    for part in parts { places.append(try add(part, of: field, segment, to: &found)) }
    found.append(SentencePart(.combination(places, minimum: places.count)))
    let marks = try find(SentenceMarks.term(of: field)).info(in: segment)
    return SentenceScorer(
      candidates,
      marks: try marks.map { (info) throws(IndexError) in
        try cursor(info, field, segment)
      }, parts: found)
  }

  /// Appends what a query asks of a sentence, its own parts first; gives its place.
  private func add(
    _ query: Query, of field: FieldID, _ segment: Int, to parts: inout [SentencePart]
  ) throws(IndexError) -> Int {
    switch query {
    case .term(let term):
      try addPhrase(term.field, [PhraseTerm(bytes: term.bytes, offset: 0)], field, segment, &parts)
    case .phrase(let own, let terms): try addPhrase(own, terms, field, segment, &parts)
    case .fields(let terms):
      try addAny(terms.map { Query.term($0.term) }, 1, field, segment, &parts)
    case .prefix, .wildcard, .termRange, .fuzzy:
      try addAny(terms(of: query, in: field).map { .term($0) }, 1, field, segment, &parts)
    case .all(let all): try addAny(all, all.count, field, segment, &parts)
    case .any(let any, let minimum): try addAny(any, max(1, minimum), field, segment, &parts)
    case .preferring(let part, _), .boosted(let part, _), .constant(let part, _):
      return try add(part, of: field, segment, to: &parts)
    default: throw .invalidQuery(reason: QueryLimits.notOfSentences)
    }
    return parts.count - 1
  }

  private func addAny(
    _ queries: [Query], _ minimum: Int, _ field: FieldID, _ segment: Int,
    _ parts: inout [SentencePart]
  ) throws(IndexError) {
    var places: [Int] = []
    for query in queries { places.append(try add(query, of: field, segment, to: &parts)) }
    parts.append(SentencePart(.combination(places, minimum: minimum)))
  }

  /// Appends a phrase, which nothing holds when its field has other positions or a term is missing.
  private func addPhrase(
    _ own: FieldID, _ terms: [PhraseTerm], _ field: FieldID, _ segment: Int,
    _ parts: inout [SentencePart]
  ) throws(IndexError) {
    let nothing = SentencePart(.combination([], minimum: 1))
    guard own == field || own == schema.stems(of: field), !terms.isEmpty,
      let offsets = Self.offsets(terms)
    else { return parts.append(nothing) }
    var places: [[UInt8]: Int] = [:]
    var cursors: [PostingCursor] = []
    var slots: [PhraseScorer.Slot] = []
    for (term, offset) in zip(terms, offsets) {
      if places[term.bytes] == nil {
        guard let info = try find(Term(field: own, bytes: term.bytes)).info(in: segment) else {
          return parts.append(nothing)
        }
        places[term.bytes] = cursors.count
        cursors.append(try cursor(info, own, segment))
      }
      slots.append(PhraseScorer.Slot(cursor: places[term.bytes] ?? 0, offset: offset))
    }
    parts.append(SentencePart(.phrase(cursors, PhraseOccurrences(slots))))
  }

  /// The terms of a pattern that sentences of a field can hold.
  private func terms(of query: Query, in field: FieldID) throws(IndexError) -> [Term] {
    guard let own = Self.patternField(query), own == field || own == schema.stems(of: field) else {
      return []
    }
    let limit = QueryLimits.sentenceTerms
    let expansion = try expansion(of: query, limit: limit)
    if case .fuzzy = query { return expansion.terms.map(\.term) }
    guard expansion.isComplete else {
      throw .tooLarge(what: "the terms of a pattern within a sentence", limit: limit)
    }
    return expansion.terms.map(\.term)
  }
}
