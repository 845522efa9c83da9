import GazetteIndex
import GazetteQuery

/// The documents that a list of passages comes to, each scored as one entry over all its passages.
///
/// A document is found when one of its passages is. Its score is that of the words of the query over the whole document (BM25F,
/// the title and headings as often as they are read, not as often as passages repeat them), and half the score of its best
/// passage on top, so that of two documents the one with a passage that says it all comes first. What the source of that passage
/// weighs multiplies the sum, unless the search does without.
struct DocumentGrouping {
  /// A document with what its score is made of.
  struct Entry {
    /// The best passage and the query that found it.
    let best: SearchTiers.Found
    let group: GroupID
    /// How many of its passages match.
    let count: Int
    let isLiteral: Bool
    var score: Float = 0
    /// What the source weighs; `nil` where it does not count.
    var standing: Standing?
    /// What each word adds, with the frequency that it comes from.
    var words: [(score: Float, frequency: Float)] = []
  }

  /// What the score of the best passage is worth beside that of the document.
  static let passageShare: Float = 0.5

  /// The documents, in their order.
  private(set) var entries: [Entry] = []
  /// The words that are scored, with their weights.
  private(set) var words: [(label: String, weight: Float)] = []

  /// Finds and scores the documents.
  ///
  /// - Throws: `IndexError` when the index is damaged.
  init(_ plan: SearchPlan) throws(IndexError) {
    try find(plan.tiers)
    try score(plan)
    try sort(plan.order, in: plan.tiers.searcher)
  }

  private mutating func find(_ tiers: SearchTiers) throws(IndexError) {
    let searcher = tiers.searcher
    let literal = try searcher.groupMatches(of: tiers.literal)
    entries = literal.map {
      Entry(
        best: .init(hit: $0.best, query: tiers.literal, shown: tiers.shown, isLiteral: true),
        group: $0.group,
        count: $0.count, isLiteral: true)
    }
    guard let wide = tiers.wide else { return }
    let places = Dictionary(
      entries.enumerated().map { ($0.element.group, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let rest = Query.excluding(wide, tiers.literal)
    for match in try searcher.groupMatches(of: rest) {
      if let place = places[match.group] {
        let known = entries[place]
        entries[place] = Entry(
          best: known.best, group: known.group, count: known.count + match.count, isLiteral: true)
      } else {
        entries.append(
          Entry(
            best: .init(hit: match.best, query: rest, shown: rest, isLiteral: false),
            group: match.group,
            count: match.count, isLiteral: false))
      }
    }
    entries.sort {
      ($0.group.segment, $0.group.ordinal) < ($1.group.segment, $1.group.ordinal)
    }
  }

  private mutating func score(_ plan: SearchPlan) throws(IndexError) {
    var scoring = try GroupScoring(entries.map(\.group), in: plan.tiers.searcher)
    for unit in try Self.units(of: plan) {
      let (values, weight) = try scoring.scores(of: unit.parts)
      guard values.contains(where: { $0.score > 0 }) else { continue }
      words.append((unit.label, weight))
      for place in entries.indices { entries[place].words.append(values[place]) }
    }
    for place in entries.indices {
      var sum = Double(Self.passageShare * entries[place].best.hit.score)
      for word in entries[place].words { sum += Double(word.score) }
      if plan.tiers.weighsStanding {
        let standing = try Standing(ofSourceOf: entries[place].best.hit, in: plan.tiers.searcher)
        entries[place].standing = standing
        sum *= Double(standing.factor)
      }
      entries[place].score = Float(sum)
    }
  }

  private mutating func sort(
    _ order: PassageOrder, in searcher: Searcher
  ) throws(IndexError) {
    switch order {
    case .relevance:
      // Those with the words themselves come first, as in the list of passages.
      entries.sort { left, right in
        if left.isLiteral != right.isLiteral { return left.isLiteral }
        if left.score != right.score { return left.score > right.score }
        return (left.group.segment, left.group.ordinal)
          < (right.group.segment, right.group.ordinal)
      }
    case .column(let column):
      var valued: [(entry: Entry, value: Int64?)] = []
      for entry in entries {
        let hit = entry.best.hit
        valued.append(
          (
            entry,
            try searcher.value(of: column.column, segment: hit.segment, docID: hit.docID)
          ))
      }
      entries = valued.sorted { left, right in
        if left.value == right.value {
          return (left.entry.group.segment, left.entry.group.ordinal)
            < (right.entry.group.segment, right.entry.group.ordinal)
        }
        guard let first = left.value else { return false }
        guard let second = right.value else { return true }
        return column.isDescending ? first > second : first < second
      }.map(\.entry)
    case .document:
      var named: [(entry: Entry, key: String)] = []
      for entry in entries { named.append((entry, try searcher.key(of: entry.group))) }
      entries = named.sorted {
        $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
      }.map(\.entry)
    }
  }

  /// Why a document has its score: the words over the whole document, and its best passage.
  func explanation(of entry: Entry) -> Explanation {
    var parts = zip(words, entry.words).filter { $1.score > 0 }.map { word, value in
      Explanation(
        kind: .fields, label: word.label, value: Double(value.score), parts: [],
        factors: [
          .init(name: .weight, label: "", value: Double(word.weight)),
          .init(name: .frequency, label: "", value: Double(value.frequency)),
        ])
    }
    let best = entry.best.hit.score
    parts.insert(
      Explanation(
        kind: .boosted, label: "", value: Double(Self.passageShare * best), parts: [],
        factors: [
          .init(name: .boost, label: "", value: Double(Self.passageShare)),
          .init(name: .score, label: "", value: Double(best)),
        ]), at: 0)
    let whole = Explanation(
      kind: .group, label: "", value: parts.reduce(0) { $0 + $1.value }, parts: parts, factors: [])
    return entry.standing.map { $0.explanation(of: whole) } ?? whole
  }
}
