/// An immutable view of one commit that answers queries; share it between tasks.
///
/// It keeps its segments alive: later commits take away files, not what a searcher sees.
public struct Searcher: Sendable {
  /// The number of the commit.
  public let generation: UInt64
  /// The fields and columns.
  public let schema: Schema
  let segments: [LiveSegment]
  private let statistics: SnapshotStatistics

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
    return QueryCompiler(segments: segments, schema: schema, statistics: statistics)
  }

  /// The best hits of a query, and how many entries match.
  ///
  /// Walks over every match: the cost grows with the length of the posting lists.
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
    let (sum, overflow) = max(0, limit).addingReportingOverflow(skipped)
    var top = TopHits(capacity: limit <= 0 ? 0 : min(overflow ? .max : sum, entryCount))
    var total = 0
    for (number, segment) in segments.enumerated() {
      guard let scorer = try compiler.scorer(for: query, in: number) else { continue }
      let hasDeletions = segment.live.deletedEntryCount > 0
      while scorer.docID != Scorer.end {
        let docID = scorer.docID
        if !hasDeletions || !segment.live.isDeleted(entry: Int(docID)) {
          total += 1
          top.offer(score: Float(scorer.score()), segment: number, docID: docID)
        }
        scorer.next()
      }
    }
    try compiler.fault.check()
    return SearchResults(hits: Array(top.sorted.dropFirst(skipped)), totalCount: total)
  }

  /// How many entries match a query; cheaper than a search, and for a single term only a look-up where nothing is deleted.
  public func count(_ query: Query) throws(IndexError) -> Int {
    let compiler = try compiler(for: query)
    var total = 0
    for (number, segment) in segments.enumerated() {
      let hasDeletions = segment.live.deletedEntryCount > 0
      if case .term(let term) = query, !hasDeletions {
        total += try compiler.documentFrequency(of: term, in: number)
        continue
      }
      guard let scorer = try compiler.scorer(for: query, in: number) else { continue }
      while scorer.docID != Scorer.end {
        if !hasDeletions || !segment.live.isDeleted(entry: Int(scorer.docID)) { total += 1 }
        scorer.next()
      }
    }
    try compiler.fault.check()
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
