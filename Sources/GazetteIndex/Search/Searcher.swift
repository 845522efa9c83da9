/// An immutable view of one commit that answers queries; share it between tasks.
///
/// It keeps its segments alive: later commits take away files, not what a searcher sees.
public struct Searcher: Sendable {
  /// The number of the commit.
  public let generation: UInt64
  /// The fields and columns.
  public let schema: Schema
  let segments: [LiveSegment]
  let statistics: SnapshotStatistics
  /// How its searches are divided.
  var division = SearchDivision()
  private let memories = SearchMemoryPool()

  init(segments: [LiveSegment], schema: Schema, generation: UInt64) {
    self.segments = segments
    self.schema = schema
    self.generation = generation
    statistics = SnapshotStatistics(segments: segments, schema: schema)
  }

  /// How many entries there are, without deleted ones.
  public var entryCount: Int { segments.reduce(0) { $0 + $1.liveEntryCount } }

  func compiler(for query: Query) throws(IndexError) -> QueryCompiler {
    try QueryLimits.check(query, schema: schema)
    return QueryCompiler(
      segments: segments, schema: schema, statistics: statistics, pool: memories)
  }

  /// The best hits of a query, and how many entries match.
  ///
  /// Queries of terms only are counted without scores, and their best hits found as by `best`. Where several things must all
  /// match, posting lists are put together as sets of bits and what is left is scored as far as it can get among the best; for
  /// others the search walks over every match. The cost grows with the length of the posting lists; long ones of a large segment
  /// are searched by several threads.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - limit: The most hits to return; none when it is not above 0.
  ///   - offset: How many of the best to leave out.
  /// - Returns: The hits by falling score, then by segment and entry, and the number of all matches.
  /// - Throws: `IndexError.corrupt` when a damaged byte is met, `tooLarge` and `invalidQuery` for queries that cannot be
  ///   answered.
  public func search(
    _ query: Query, limit: Int, offset: Int = 0
  ) throws(IndexError) -> SearchResults {
    let compiler = try compiler(for: query)
    let skipped = max(0, offset)
    let capacity = capacity(limit, skipped)
    var top = TopHits(capacity: capacity)
    var total = 0
    if let flat = FlatQuery(query) {
      if let count = try countRare(flat, compiler, &top) {
        total = count
      } else {
        if capacity > 0 { top = try best(flat, compiler, capacity) }
        total = try count(flat, compiler)
      }
      try compiler.fault.check()
    } else {
      total = try search(query, compiler, &top)
    }
    return SearchResults(hits: Array(top.sorted.dropFirst(skipped)), totalCount: total)
  }

  /// The best hits of a query, as `search` gives them, without the number of all matches.
  ///
  /// Entries and whole blocks of postings that cannot be among the best are passed over, so that the cost hangs on the
  /// query more than on the length of its posting lists.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - limit: The most hits to return; none when it is not above 0.
  ///   - offset: How many of the best to leave out.
  /// - Returns: The hits by falling score, then by segment and entry.
  /// - Throws: As `search`.
  public func best(
    _ query: Query, limit: Int, offset: Int = 0
  ) throws(IndexError) -> [Hit] {
    let compiler = try compiler(for: query)
    let skipped = max(0, offset)
    let capacity = capacity(limit, skipped)
    guard capacity > 0 else { return [] }
    var top: TopHits
    if let flat = FlatQuery(query) {
      top = try best(flat, compiler, capacity)
      try compiler.fault.check()
    } else {
      top = TopHits(capacity: capacity)
      var told: (segment: Int, lowest: Double) = (-1, -.infinity)
      _ = try walk(query, compiler) { scorer, segment in
        top.offer(score: Float(scorer.score()), segment: segment, docID: scorer.docID)
        if top.lowest > told.lowest || segment != told.segment {
          told = (segment, top.lowest)
          scorer.leaveOut(below: top.lowest)
        }
      }
    }
    return Array(top.sorted.dropFirst(skipped))
  }

  private func capacity(_ limit: Int, _ offset: Int) -> Int {
    let (sum, overflow) = max(0, limit).addingReportingOverflow(offset)
    return limit <= 0 ? 0 : min(overflow ? .max : sum, entryCount)
  }

  /// Hands every match to a closure; the number of them.
  func walk(
    _ query: Query, _ compiler: QueryCompiler, _ body: (Scorer, Int) -> Void
  ) throws(IndexError) -> Int {
    var total = 0
    for number in segments.indices {
      let all = 0..<segments[number].segment.entryCount
      total += try walk(query, compiler, in: number, all) { body($0, number) }
    }
    try compiler.fault.check()
    return total
  }

  /// Hands every match in a range of a segment to a closure; the number of them.
  func walk(
    _ query: Query, _ compiler: QueryCompiler, in number: Int, _ range: Range<Int>,
    _ body: (Scorer) -> Void
  ) throws(IndexError) -> Int {
    guard let scorer = try compiler.scorer(for: query, in: number) else { return 0 }
    if range.lowerBound > 0 { scorer.advance(to: UInt32(range.lowerBound)) }
    let live = segments[number].live
    let hasDeletions = live.deletedEntryCount > 0
    var total = 0
    while scorer.docID != Scorer.end, Int(scorer.docID) < range.upperBound {
      if !hasDeletions || !live.isDeleted(entry: Int(scorer.docID)) {
        total += 1
        body(scorer)
      }
      scorer.next()
    }
    return total
  }

  /// Counts and scores in one walk what holds all of several terms of which one is rare everywhere; `nil` otherwise.
  private func countRare(
    _ query: FlatQuery, _ compiler: QueryCompiler, _ top: inout TopHits
  ) throws(IndexError) -> Int? {
    guard query.isConjunction, query.leaves.count > 1 else { return nil }
    var searches: [ConjunctionTopSearch?] = []
    for number in segments.indices {
      let cursors = try compiler.cursors(of: query, in: number) ?? []
      let search = cursors.isEmpty ? nil : ConjunctionTopSearch(cursors)
      guard (search?.leadCount ?? 0) <= ConjunctionTopSearch.shortLead else { return nil }
      searches.append(search)
    }
    var total = 0
    for (number, search) in searches.enumerated() {
      total +=
        search?.countAll(into: &top, segment: number, live: segments[number].live) ?? 0
    }
    return total
  }

  private func best(
    _ query: FlatQuery, _ compiler: QueryCompiler, _ capacity: Int
  ) throws(IndexError) -> TopHits {
    var postings: [[ImpactCursor]] = []
    var hasDeletions = false
    for (number, segment) in segments.enumerated() {
      postings.append(try compiler.cursors(of: query, in: number) ?? [])
      hasDeletions = hasDeletions || segment.live.deletedEntryCount > 0
    }
    let floor =
      hasDeletions
      ? -Float.infinity : compiler.floor(of: query, limit: capacity, postings: postings)
    var top = TopHits(capacity: capacity, floor: floor)
    for (number, segment) in segments.enumerated() {
      let cursors = postings[number]
      switch cursors.count {
      case 0: break
      case 1 where query.adding.isEmpty:
        TermTopSearch(cursors[0]).run(into: &top, segment: number, live: segment.live)
      default:
        if query.isConjunction, cursors.count > 1 {
          var search = ConjunctionTopSearch(cursors)
          search.run(into: &top, segment: number, live: segment.live)
        } else {
          var search = DisjunctionTopSearch(
            cursors, adding: try compiler.addingCursors(of: query, in: number),
            entryCount: segment.segment.entryCount)
          search.run(into: &top, segment: number, live: segment.live)
        }
      }
    }
    return top
  }

  /// How many entries match a query; cheaper than a search, and for a single term only a look-up where nothing is deleted.
  public func count(_ query: Query) throws(IndexError) -> Int {
    let compiler = try compiler(for: query)
    guard let flat = FlatQuery(query) else {
      var none = TopHits(capacity: 0)
      return try search(query, compiler, &none)
    }
    let total = try count(flat, compiler)
    try compiler.fault.check()
    return total
  }

  private func count(
    _ flat: FlatQuery, _ compiler: QueryCompiler
  ) throws(IndexError) -> Int {
    var total = 0
    for (number, segment) in segments.enumerated() {
      if flat.leaves.count == 1, segment.live.deletedEntryCount == 0 {
        total += try compiler.documentFrequency(of: flat.leaves[0].term, in: number)
        continue
      }
      guard let cursors = try compiler.cursors(of: flat, in: number), !cursors.isEmpty else {
        continue
      }
      let count = MatchCount(
        cursors.map(\.cursor), entryCount: segment.segment.entryCount, live: segment.live)
      total += flat.isConjunction ? count.all() : count.any()
    }
    return total
  }

  /// In how many entries a term stands, deleted ones that are not merged away yet included.
  public func documentFrequency(of term: Term) throws(IndexError) -> Int {
    try compiler(for: .term(term)).documentFrequency(of: term)
  }

  /// The terms of a field that begin with some bytes, in the order of their bytes, with their document frequencies.
  public func terms(
    prefix: Term, limit: Int = .max
  ) throws(IndexError) -> [(term: Term, documentFrequency: Int)] {
    try QueryLimits.check(.prefix(prefix), schema: schema)
    var frequencies: [[UInt8]: Int] = [:]
    for segment in segments {
      var walker = try segment.segment.terms.terms(prefix: prefix)
      var left = limit
      while left > 0, try walker.next() {
        frequencies[walker.key, default: 0] += Int(walker.info.documentFrequency)
        left -= 1
      }
    }
    let order = frequencies.keys.sorted { $0.lexicographicallyPrecedes($1) }.prefix(max(0, limit))
    return order.map { key in
      (Term(field: prefix.field, bytes: Array(key.dropFirst())), frequencies[key] ?? 0)
    }
  }
}
