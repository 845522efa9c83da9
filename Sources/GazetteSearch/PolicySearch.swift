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
  let index: SearchIndex
  /// The part of the revision that compares across machines.
  let fingerprint: UInt32
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
    fingerprint = head.fingerprint
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
  /// quotation that runs over the ends of passages those that hold a sentence of it. For the words of a label its other renderings
  /// count there too. Before these come the passages of
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
  ///   - weighsStanding: Whether a law comes before a letter that says the same, and a scrap of text after whole sentences.
  /// - Returns: The hits with their passages and how they match, and the count of all.
  /// - Throws: `LookupError` when a tag names no concept, `IndexError` when the index is damaged.
  public func search(
    _ text: String, limit: Int = 10, offset: Int = 0, sortedBy order: SortOrder? = nil,
    literally isLiteral: Bool = false, explaining: Bool = false, counting: Bool = false,
    weighingStanding weighsStanding: Bool = true
  ) throws -> PolicyResults {
    var request = SearchRequest(text)
    request.limit = limit
    request.offset = offset
    request.order = order.map { .column($0) } ?? .relevance
    request.isLiteral = isLiteral
    request.isExplaining = explaining
    request.isCounting = counting
    request.weighsStanding = weighsStanding
    return try search(request)
  }
}
