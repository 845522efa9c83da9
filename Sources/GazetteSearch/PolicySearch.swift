public import GazetteDocument
public import GazetteIndex
import GazetteQuery

/// Searches an index of policy documents as people ask: from typed words to passages that can be quoted.
///
/// An immutable snapshot of one commit; it can be shared between tasks and keeps answering while the index changes.
public struct PolicySearch: Sendable {
  /// The engine's view of the commit.
  public let searcher: Searcher
  /// The revision of the corpus, `rN-H`.
  public let revision: String
  /// How documents stand to each other: those alone that have other versions, or that another document ended.
  ///
  /// Costs time linear in their number.
  public var lineages: [PolicyDocument.ID: DocumentLineage] {
    Dictionary(namedLineages.map { (.init($0.key), $0.value) }) { first, _ in first }
  }

  /// The same by the documents' names.
  ///
  /// What is answered from is keyed by text and numbers only: the first use of a key of another type makes the language
  /// search its tables for how such keys are hashed, which costs a cold answer dearly.
  private let namedLineages: [String: DocumentLineage]
  private let path: String
  private let index: SearchIndex
  /// How much of what the index keeps is its state; behind it stands the thesaurus.
  private let stateLength: Int

  /// Opens an index.
  ///
  /// - Parameter path: The index folder.
  /// - Throws: `IndexError` when there is none, it is damaged, or another build wrote it.
  public init(at path: String) throws(IndexError) {
    let index = try SearchIndex(at: path)
    guard index.schema == .policy else {
      throw .mismatched(
        path: path, what: "the fields", found: Self.names(index.schema),
        expected: Self.names(.policy))
    }
    self.path = path
    self.index = index
    searcher = index.searcher()
    let first = try index.userData(prefix: CorpusState.headLength)
    guard let head = CorpusState.head(of: first),
      let known = CorpusState.lineages(of: try index.userData(prefix: head.length))
    else {
      throw .corrupt(file: path, offset: 0, what: "the list of files cannot be read")
    }
    stateLength = head.end
    namedLineages = Dictionary(known.map { ($0.document.name, $0) }) { first, _ in first }
    revision = CorpusState.revision(
      generation: index.generation, fingerprint: head.fingerprint)
  }

  /// The record of a document, which knows how the document stands to others.
  func record(of group: GroupID) throws(IndexError) -> DocumentRecord {
    var record = try searcher.record(of: group)
    record.lineages = namedLineages
    return record
  }

  private static func names(_ schema: Schema) -> String {
    (schema.fields.map(\.name) + schema.columns).joined(separator: " ")
  }

  /// What the index remembers of the files of the corpus; costs a walk over its list of them.
  ///
  /// - Throws: `IndexError` when the list is damaged.
  public func state() throws(IndexError) -> CorpusState {
    guard let state = CorpusState(try index.userData(prefix: stateLength)) else {
      throw .corrupt(file: path, offset: 0, what: "the list of files cannot be read")
    }
    return state
  }

  /// The thesaurus by which the documents are tagged; `nil` for an index without one.
  ///
  /// Costs reading a few numbers.
  package func thesaurus() throws(IndexError) -> StoredThesaurus? {
    let (index, start) = (index, stateLength)
    guard index.userDataCount > start else { return nil }
    return try StoredThesaurus(count: index.userDataCount - start, file: path) {
      (range) throws(IndexError) in
      let bytes = try index.userData(in: start + range.lowerBound..<start + range.upperBound)
      guard bytes.count == range.count else {
        throw .corrupt(file: path, offset: 0, what: "the thesaurus is cut short")
      }
      return bytes
    }
  }

  /// Searches for what somebody typed.
  ///
  /// Words that are a label of the thesaurus also find the passages that mention its concept by another rendering, in
  /// whatever language; these come after all that hold the words themselves, as do those of a tag that only the heading over them
  /// has. When no passage has everything that was asked
  /// for, the best partial matches follow, marked in `isPartial`: for a question those nearest to it by all its words; of a
  /// quotation that runs over the ends of passages those that hold a sentence of it. Before these come the passages of
  /// documents of which the title has it all.
  ///
  /// - Parameters:
  ///   - text: The query as typed or pasted; whatever it is, it is searched for.
  ///   - limit: The most hits to return.
  ///   - offset: How many hits to leave out in front.
  ///   - order: An order by a column in place of that by score; partial matches are always ordered by score.
  ///   - isLiteral: Whether other renderings are left aside.
  ///   - explaining: Whether every hit says why it has its score.
  ///   - counting: Whether to count what all matches have in common.
  /// - Returns: The hits with their passages and how they match, and the count of all.
  /// - Throws: `LookupError` when a tag names no concept, `IndexError` when the index is damaged.
  public func search(
    _ text: String, limit: Int = 10, offset: Int = 0, sortedBy order: SortOrder? = nil,
    literally isLiteral: Bool = false, explaining: Bool = false, counting: Bool = false
  ) throws -> PolicyResults {
    let named = try named(text)
    let parsed = named.parsed
    let thesaurus = isLiteral && named.numbers.isEmpty ? nil : try thesaurus()
    let widened = try thesaurus.flatMap { try Widened(named, by: $0, literally: isLiteral) }
    let wanted = WantedConcepts(tagged: named.numbers, typed: widened?.typed ?? [:])
    var literal = parsed.query
    if let number = try numberQuery(text) { literal = .any([literal, number]) }
    var tiers = SearchTiers(searcher, literal: literal, wide: widened?.query)
    var answer = try tiers.search(limit: limit, offset: offset, sortedBy: order)
    if answer.count == 0, let titled = parsed.titled {
      let titles = SearchTiers(searcher, literal: titled, wide: nil)
      let found = try titles.search(limit: limit, offset: offset, sortedBy: order)
      if found.count > 0 { (tiers, answer) = (titles, found) }
    }
    var partial: PartialAnswer?
    if answer.count == 0 { partial = try PartialAnswer(parsed, in: searcher) }
    if let partial {
      tiers = partial.tiers
      answer = try tiers.search(limit: limit, offset: offset, sortedBy: nil)
    }
    var presentation = try HitPresentation(
      of: self, wanted: wanted, thesaurus: wanted.isEmpty ? nil : thesaurus,
      missing: partial == nil ? nil : MissingWords(parsed))
    var hits: [PolicyHit] = []
    for (place, found) in answer.found.enumerated() {
      hits.append(
        try presentation.hit(found, rank: offset + place + 1, explaining: explaining))
    }
    return PolicyResults(
      query: parsed, hits: hits, totalCount: answer.count, isPartial: partial != nil,
      offset: offset, facets: counting ? try facets(of: tiers.whole) : [],
      literalCount: answer.literalCount, tags: named.tags, widened: widened?.syntax,
      relatedWords: partial?.relatedWords ?? [])
  }
}
