/// Makes scorers of a query, segment by segment, with the statistics of the whole snapshot.
final class QueryCompiler {
  /// A term in the snapshot: its record in every segment that has it, and its weight.
  struct FoundTerm {
    /// Most snapshots have one segment: its record takes no array.
    fileprivate let first: TermInfo?
    fileprivate let others: [TermInfo?]
    let documentFrequency: Int
    let weight: Float

    /// The record of the term in a segment; `nil` when no entry of it holds the term.
    func info(in segment: Int) -> TermInfo? { segment == 0 ? first : others[segment - 1] }
  }

  let segments: [LiveSegment]
  let schema: Schema
  let statistics: SnapshotStatistics
  let slots: [Int?]
  /// The first terms that were asked for: few are compared sooner than hashed.
  private var firstTerms: [(term: Term, found: FoundTerm)] = []
  private var terms: [Term: FoundTerm] = [:]
  private static let firstTermLimit = 32
  /// The terms that patterns stand for in the snapshot, as far as they have been asked for.
  var expansions: [Query: TermExpansion] = [:]
  /// What goes wrong in the scorers made here.
  let fault = SearchFault()

  /// The memory of what is made here.
  let memory: SearchMemory

  init(
    segments: [LiveSegment], schema: Schema, statistics: SnapshotStatistics, pool: SearchMemoryPool
  ) {
    memory = SearchMemory(pool)
    self.segments = segments
    self.schema = schema
    self.statistics = statistics
    slots = statistics.lengthSlots
    firstTerms.reserveCapacity(4)
  }

  func find(_ term: Term) throws(IndexError) -> FoundTerm {
    for first in firstTerms where first.term == term { return first.found }
    if firstTerms.count == Self.firstTermLimit, let found = terms[term] { return found }
    var first: TermInfo?
    var others: [TermInfo?] = []
    var frequency = 0
    for (number, segment) in segments.enumerated() {
      let info = try segment.segment.terms.find(term)
      if number == 0 { first = info } else { others.append(info) }
      frequency += Int(info?.documentFrequency ?? 0)
    }
    let found = FoundTerm(
      first: first, others: others, documentFrequency: frequency,
      weight: BM25.weight(
        documentFrequency: frequency, entryCount: statistics.entryCount))
    if firstTerms.count < Self.firstTermLimit {
      firstTerms.append((term, found))
    } else {
      terms[term] = found
    }
    return found
  }

  /// In how many entries of the snapshot a term stands, deleted ones included.
  func documentFrequency(of term: Term) throws(IndexError) -> Int {
    try find(term).documentFrequency
  }

  /// In how many entries of one segment a term stands, deleted ones included.
  func documentFrequency(of term: Term, in segment: Int) throws(IndexError) -> Int {
    try Int(find(term).info(in: segment)?.documentFrequency ?? 0)
  }

  /// The scorer of a query, which has been checked, in one segment; `nil` when nothing matches there.
  ///
  /// A factor goes down to what scores: the weights of terms and phrases, and the scores that are given.
  func scorer(
    for query: Query, in segment: Int, factor: Float = 1
  ) throws(IndexError) -> Scorer? {
    switch query {
    case .everything:
      return EverythingScorer(entryCount: segments[segment].segment.entryCount)
    case .nothing:
      return nil
    case .term(let term):
      return try termScorer(term, segment, factor)
    case .phrase(let field, let terms):
      return try phraseScorer(field, terms, segment, factor)
    case .prefix, .wildcard, .termRange, .fuzzy:
      return try patternScorer(query, segment, factor)
    case .sloppyPhrase(let field, let terms, let slop):
      return try sloppyPhraseScorer(field, terms, slop, segment, factor)
    case .near(let field, let phrases, let distance):
      return try nearScorer(field, phrases, distance, segment, factor)
    case .fields(let terms):
      return try fieldsScorer(terms, segment, factor)
    case .within(let scope, let parts):
      return try blockScorer(scope, parts, segment, factor)
    case .all(let parts):
      return try conjunction(parts, segment, factor)
    case .any(let parts, let minimum):
      return try disjunction(parts, max(1, minimum), segment, factor)
    case .excluding(let included, let excluded):
      guard let first = try scorer(for: included, in: segment, factor: factor) else { return nil }
      guard let second = try scorer(for: excluded, in: segment, factor: factor) else {
        return first
      }
      return ExclusionScorer(first, excluding: second)
    case .preferring(let required, let preferred):
      guard let first = try scorer(for: required, in: segment, factor: factor) else { return nil }
      guard let second = try scorer(for: preferred, in: segment, factor: factor) else {
        return first
      }
      return PreferringScorer(first, preferring: second)
    case .range(let column, let range):
      let entries = segments[segment].segment
      return ColumnRangeScorer(
        try entries.column(column), in: range, entryCount: entries.entryCount)
    case .boosted(let part, let further):
      return try scorer(for: part, in: segment, factor: factor * further)
    case .constant(let part, let score):
      return try scorer(for: part, in: segment).map { ConstantScorer($0, score: score * factor) }
    }
  }

  func hasPositions(_ field: FieldID) -> Bool {
    schema.fields[Int(field.rawValue)].kind != .keyword
  }

  func cursor(
    _ info: TermInfo, _ field: FieldID, _ segment: Int
  ) throws(IndexError) -> PostingCursor {
    try PostingCursor(
      info, in: segments[segment].segment, hasPositions: hasPositions(field), fault: fault,
      memory: memory.posting(), lease: memory)
  }

  private func termScorer(
    _ term: Term, _ segment: Int, _ factor: Float
  ) throws(IndexError) -> Scorer? {
    let found = try find(term)
    guard let info = found.info(in: segment) else { return nil }
    return TermScorer(
      try cursor(info, term.field, segment), weight: found.weight * factor,
      norms: statistics.norms[Int(term.field.rawValue)],
      lengths: try lengths(of: term.field, in: segment))
  }

  /// The postings of a term of a flat query; `nil` when no entry of the segment holds it.
  func impactCursor(
    _ leaf: FlatQuery.Leaf, _ segment: Int
  ) throws(IndexError) -> ImpactCursor? {
    let found = try find(leaf.term)
    guard let info = found.info(in: segment) else { return nil }
    return ImpactCursor(
      try cursor(info, leaf.term.field, segment), weight: found.weight * leaf.factor,
      norms: statistics.norms[Int(leaf.term.field.rawValue)],
      lengths: try lengths(of: leaf.term.field, in: segment), multiplicity: leaf.multiplicity)
  }

  /// The lengths of a field in a segment; `nil` for a keyword field.
  func lengths(of field: FieldID, in segment: Int) throws(IndexError) -> ByteView? {
    guard let slot = slots[Int(field.rawValue)] else { return nil }
    return try segments[segment].segment.lengths(slot: slot)
  }

  func conjunction(
    _ parts: [Query], _ segment: Int, _ factor: Float
  ) throws(IndexError) -> Scorer? {
    if parts.isEmpty { return try scorer(for: .everything, in: segment) }
    var scorers: [Scorer] = []
    for part in parts {
      guard let scorer = try scorer(for: part, in: segment, factor: factor) else { return nil }
      scorers.append(scorer)
    }
    return scorers.count == 1 ? scorers[0] : ConjunctionScorer(scorers)
  }

  private func disjunction(
    _ parts: [Query], _ minimum: Int, _ segment: Int, _ factor: Float
  ) throws(IndexError) -> Scorer? {
    guard minimum <= parts.count else { return nil }
    var scorers: [Scorer] = []
    for part in parts {
      if let scorer = try scorer(for: part, in: segment, factor: factor) { scorers.append(scorer) }
    }
    guard scorers.count >= minimum else { return nil }
    return disjunction(of: scorers, minimum)
  }

  /// The scorer of at least one part.
  func disjunction(of scorers: [Scorer], _ minimum: Int) -> Scorer {
    if scorers.count == 1 { return scorers[0] }
    if scorers.count == minimum { return ConjunctionScorer(scorers) }
    return scorers.count < WideDisjunctionScorer.leastCount
      ? DisjunctionScorer(scorers, minimum: minimum)
      : WideDisjunctionScorer(scorers, minimum: minimum)
  }

  /// The scorer of a phrase; one that is only sought by entry need not find its first match.
  func phraseScorer(
    _ field: FieldID, _ terms: [PhraseTerm], _ segment: Int, _ factor: Float,
    isOnlySought: Bool = false
  ) throws(IndexError) -> Scorer? {
    guard let first = terms.first else { return nil }
    if terms.count == 1 {
      return try termScorer(Term(field: field, bytes: first.bytes), segment, factor)
    }
    guard let slot = slots[Int(field.rawValue)],
      let norms = statistics.norms[Int(field.rawValue)], let phrase = Phrase(terms)
    else { return nil }
    var weight: Float = 0
    var infos: [TermInfo] = []
    infos.reserveCapacity(phrase.terms.count)
    for bytes in phrase.terms {
      let found = try find(Term(field: field, bytes: bytes))
      weight += found.weight
      guard let info = found.info(in: segment) else { return nil }
      infos.append(info)
    }
    let order = infos.indices.sorted {
      (infos[$0].documentFrequency, $0) < (infos[$1].documentFrequency, $1)
    }
    var cursors: [PostingCursor] = []
    var ranks = [Int](repeating: 0, count: order.count)
    cursors.reserveCapacity(order.count)
    for (rank, term) in order.enumerated() {
      ranks[term] = rank
      cursors.append(try cursor(infos[term], field, segment))
    }
    var slots = phrase.places.map {
      PhraseScorer.Slot(cursor: ranks[$0.term], offset: $0.offset)
    }
    slots.sort { $0.cursor < $1.cursor }
    return PhraseScorer(
      cursors, slots: slots, weight: weight * factor, norms: norms,
      lengths: try segments[segment].segment.lengths(slot: slot), set: memory.positionSet(),
      isOnlySought: isOnlySought)
  }
}
