import GazetteAnalysis
import GazetteIndex

/// Turns a query's tree into a query of the index, by the policy schema and the analyzer of its text fields.
///
/// A word that names no field may stand in body, heading or title, exact or as a stem. So that a title does not bring
/// in every passage of its document, one of the words at least must stand in body or heading: each part says which of
/// its queries would do for that (`anchors`), or that it matches without (`isFree`).
struct QueryLowering {
  /// A part of the tree, lowered.
  struct Part {
    /// The entries that match.
    var query: Query
    /// Any of these in an entry makes it a match of its own.
    var anchors: [Query] = []
    /// Whether the part can match without a word in body, heading or title.
    var isFree = false
    /// Where the part asks for any of several things: those that make a match, and those that only add to one.
    var choice: (matching: [Query], adding: [Query])?

    /// The part as a query of its own.
    var guarded: Query {
      if isFree || anchors.isEmpty { return query }
      // The same entries with the same scores, and no list is walked twice.
      guard let choice else { return .all([query, .constant(.any(anchors), 0)]) }
      let matching = Query.any(choice.matching)
      return choice.adding.isEmpty ? matching : .preferring(matching, .any(choice.adding))
    }
  }

  let analyzer: Analyzer
  var stream = TokenStream()
  /// The words and phrases met that must match.
  var pieces: [QueryPiece] = []
  /// The first thing that could not be looked for.
  var problem: QuerySyntaxError?
  /// The ids of the concepts that the values of tags name.
  let concepts: [String: [String]]
  private(set) var isNegated = false
  /// Whether a tag is looked for in the heading over a passage too.
  let hasHeadings: Bool
  /// Whether words that stand in the title alone make a match.
  let isTitleEnough: Bool

  init(
    analyzer: Analyzer = .standard, concepts: [String: [String]] = [:], hasHeadings: Bool = false,
    isTitleEnough: Bool = false
  ) {
    self.isTitleEnough = isTitleEnough
    self.hasHeadings = hasHeadings
    self.analyzer = analyzer
    self.concepts = concepts
  }

  /// The query of a tree: every word is required.
  mutating func lower(_ syntax: QuerySyntax) -> Query {
    part(syntax)?.guarded ?? .nothing
  }

  /// Lowers a node; `nil` when it has no letter or digit and asks for nothing.
  mutating func part(_ syntax: QuerySyntax) -> Part? {
    switch syntax.kind {
    case .word(let word): return wordPart(word, syntax)
    case .prefix(let word): return prefixPart(word, syntax)
    case .phrase(let phrase): return phrasePart(phrase, syntax)
    case .pattern, .fuzzy, .sloppy: return loosePart(syntax)
    case .field(let field, let value): return fieldPart(field, value)
    case .dates(let field, let range):
      return Part(query: dates(field, range), isFree: true)
    case .all(let parts): return allPart(parts)
    case .any(let parts): return anyPart(parts)
    case .near(let left, let right, let distance): return nearPart(left, right, distance)
    case .not(let inner):
      return excluded(inner).map { Part(query: .excluding(.everything, $0), isFree: true) }
    case .boosted(let inner, let factor): return boostedPart(inner, factor)
    case .within(let scope, let parts): return withinPart(scope, parts)
    }
  }

  private mutating func excluded(_ inner: QuerySyntax) -> Query? {
    let outer = isNegated
    isNegated = true
    defer { isNegated = outer }
    return part(inner)?.guarded
  }

  private mutating func allPart(_ syntaxes: [QuerySyntax]) -> Part? {
    var kept: [Part] = []
    var dropped: [Query] = []
    for syntax in syntaxes {
      if case .not(let inner) = syntax.kind {
        if let query = excluded(inner) { dropped.append(query) }
      } else if let part = part(syntax) {
        kept.append(part)
      }
    }
    guard !kept.isEmpty || !dropped.isEmpty else { return nil }
    var query: Query =
      switch kept.count {
      case 0: .everything
      case 1: kept[0].query
      default: preferringRuns(.all(kept.map(\.query)), of: syntaxes)
      }
    if !dropped.isEmpty {
      query = .excluding(query, dropped.count == 1 ? dropped[0] : .any(dropped))
    }
    return Part(
      query: query, anchors: kept.flatMap(\.anchors), isFree: kept.allSatisfy(\.isFree))
  }

  private mutating func anyPart(_ syntaxes: [QuerySyntax]) -> Part? {
    let lowered = syntaxes.compactMap { syntax in part(syntax).map { (syntax, $0) } }
    guard !lowered.isEmpty else { return nil }
    var parts: [Part] = []
    for (syntax, part) in lowered {
      guard part.isFree else {
        parts.append(part)
        continue
      }
      // A concept that stands for words does what they do: where it is mentioned, the passage is a match of its own.
      guard case .field(.concept, _) = syntax.kind, lowered.contains(where: { !$0.1.isFree }) else {
        return Part(query: .any(lowered.map(\.1.guarded)), isFree: true)
      }
      parts.append(Part(query: part.query, anchors: [part.query], choice: ([part.query], [])))
    }
    var whole = Part(query: .any(parts.map(\.query)), anchors: parts.flatMap(\.anchors))
    let choices = parts.compactMap(\.choice)
    if choices.count == parts.count {
      whole.choice = (choices.flatMap(\.matching), choices.flatMap(\.adding))
    }
    return whole
  }

  /// The terms of a text.
  mutating func terms(_ text: String) -> QueryTerms {
    QueryTerms(text, analyzer: analyzer, stream: &stream)
  }

  /// Notes a piece unless it stands in a negation.
  mutating func note(_ piece: QueryPiece) {
    if !isNegated { pieces.append(piece) }
  }

  /// Notes what could not be looked for; the first counts.
  mutating func note(_ reason: QuerySyntaxError.Reason, _ range: Range<Int>) {
    if problem == nil { problem = QuerySyntaxError(reason, range: range) }
  }

  /// The entries whose date can lie in a range: its first day before the end, its last after the beginning.
  private func dates(_ field: QueryDateField, _ range: QueryDateRange) -> Query {
    let schema = Schema.policy
    guard let first = schema.column(field.firstColumn), let last = schema.column(field.lastColumn)
    else { return .nothing }
    return .all([
      .range(first, 0...Int64(range.last ?? 9999_12_31)),
      .range(last, Int64(range.first ?? 0)...Int64(9999_12_31)),
    ])
  }
}
