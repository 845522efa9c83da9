import GazetteDocument
import GazetteIndex
import GazetteQuery

/// Makes hits into what is shown: the passage, and how it matches.
struct HitPresentation {
  private let search: PolicySearch
  private let wanted: WantedConcepts
  private let languages: [Int: Set<String>]
  private var reader: MentionReader
  /// Hits of one document share its record, and what of it has been decompressed.
  private var records: [String: DocumentRecord] = [:]
  /// The patterns of each query that found something; of the one before, mostly.
  private var finders: [(query: Query, patterns: [MatchPattern], finder: MatchFinder)] = []

  /// What of a query that nothing answers whole is looked for in each hit.
  private var missing: MissingWords?

  init(
    of search: PolicySearch, wanted: WantedConcepts, thesaurus: StoredThesaurus?,
    missing: MissingWords? = nil
  ) throws(IndexError) {
    self.search = search
    self.missing = missing
    self.wanted = wanted
    reader = MentionReader(thesaurus)
    languages =
      try thesaurus.map { (stored) throws(IndexError) in
        try wanted.languages(in: stored)
      } ?? [:]
  }

  /// A hit with its passage and its matches.
  mutating func hit(
    _ found: SearchTiers.Found, rank: Int, explaining: Bool
  ) throws(IndexError) -> PolicyHit {
    let (group, ordinal) = try search.searcher.group(of: found.hit)
    let record: DocumentRecord
    let key = "\(group.segment).\(group.ordinal)"
    if let known = records[key] {
      record = known
    } else {
      record = try search.record(of: group)
      records[key] = record
    }
    let passage = try record.citedPassage(at: ordinal)
    var matches = wordMatches(in: passage, of: found.shown)
    if !wanted.isEmpty {
      matches = Self.merged(
        matches,
        try wanted.matches(in: passage, of: record, &reader, languages: languages))
    }
    return PolicyHit(
      rank: rank, score: found.hit.score, passage: passage, matches: matches,
      explanation: explaining ? try search.searcher.explain(found.query, found.hit) : nil,
      missing: missing?.missing(in: passage) ?? [])
  }

  private mutating func wordMatches(in passage: CitedPassage, of query: Query) -> [Match] {
    if finders.last?.query != query {
      let patterns = MatchPattern.patterns(of: query, schema: .policy) {
        (try? search.searcher.expansion(of: $0).terms) ?? []
      }
      finders = [(query, patterns, MatchFinder(patterns: patterns))]
    }
    let last = finders.count - 1
    return finders[last].finder.matches(in: passage, patterns: finders[last].patterns)
  }

  /// Matches of words and of concepts in the order of the text, those without a place last.
  private static func merged(_ words: [Match], _ concepts: [Match]) -> [Match] {
    guard !concepts.isEmpty else { return words }
    let placed = words.filter { $0.span != nil } + concepts
    return placed.enumerated().sorted {
      ($0.element.span?.start.byte ?? 0, $0.offset) < ($1.element.span?.start.byte ?? 0, $1.offset)
    }.map(\.element) + words.filter { $0.span == nil }
  }
}
