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
  /// The patterns of each query that found something: two at most, one for the words and one for other renderings.
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
    _ found: SearchTiers.Found, rank: Int, explaining: Bool, alike: [SearchTiers.Found] = []
  ) throws(IndexError) -> PolicyHit {
    let (passage, record) = try passage(of: found.hit)
    var others: [CitedPassage] = []
    for other in alike { others.append(try self.passage(of: other.hit).passage) }
    var matches = wordMatches(in: passage, of: found.shown)
    if !wanted.isEmpty {
      matches = Self.merged(
        matches,
        try wanted.matches(in: passage, of: record, &reader, languages: languages))
    }
    return PolicyHit(
      rank: rank, score: found.score, passage: passage,
      matches: matches, isLiteral: found.isLiteral && !Self.areRenderings(matches),
      explanation: explaining ? try explanation(of: found) : nil,
      missing: lacking(in: passage, beside: matches), alike: others)
  }

  /// The words that a passage lacks; those of a label are there in another rendering of its concept.
  private mutating func lacking(in passage: CitedPassage, beside matches: [Match]) -> [String] {
    guard let words = missing?.missing(in: passage), !words.isEmpty else { return [] }
    return wanted.unanswered(words, by: matches)
  }

  private func explanation(of found: SearchTiers.Found) throws(IndexError) -> Explanation? {
    let explanation = try search.searcher.explain(found.query, found.hit)
    guard let standing = found.standing else { return explanation }
    return explanation.map { standing.explanation(of: $0) }
  }

  /// The passage of a hit, and the record of its document.
  mutating func passage(
    of hit: Hit
  ) throws(IndexError) -> (passage: CitedPassage, record: DocumentRecord) {
    let (group, ordinal) = try search.searcher.group(of: hit)
    let key = "\(group.segment).\(group.ordinal)"
    if let known = records[key] { return (try known.citedPassage(at: ordinal), known) }
    // A list without end is not kept whole.
    if records.count >= Self.recordLimit { records.removeAll() }
    let record = try search.record(of: group)
    records[key] = record
    return (try record.citedPassage(at: ordinal), record)
  }

  /// The most records that are kept.
  private static let recordLimit = 256

  private mutating func wordMatches(in passage: CitedPassage, of query: Query) -> [Match] {
    let known = finders.firstIndex { $0.query == query }
    if known == nil {
      let patterns = MatchPattern.patterns(of: query, schema: .policy) {
        (try? search.searcher.expansion(of: $0).terms) ?? []
      }
      finders.append((query, patterns, MatchFinder(patterns: patterns)))
    }
    let place = known ?? finders.count - 1
    return finders[place].finder.matches(in: passage, patterns: finders[place].patterns)
  }

  /// Whether nothing matches but other renderings of what was typed.
  private static func areRenderings(_ matches: [Match]) -> Bool {
    !matches.isEmpty && matches.allSatisfy { $0.kind == .rendering || $0.kind == .translation }
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
