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
  private let path: String
  private let userData: [UInt8]

  /// Opens an index.
  ///
  /// - Parameter path: The index folder.
  /// - Throws: `IndexError` when there is none, it is damaged, or another build wrote it.
  public init(at path: String) throws(IndexError) {
    let index = try SearchIndex(at: path)
    guard index.schema == .policy else {
      throw .corrupt(file: path, offset: 0, what: "it is no index of policy documents")
    }
    self.path = path
    userData = index.userData
    searcher = index.searcher()
    guard let fingerprint = CorpusState.fingerprint(of: userData) else {
      throw .corrupt(file: path, offset: 0, what: "the list of files cannot be read")
    }
    revision = CorpusState.revision(generation: index.generation, fingerprint: fingerprint)
  }

  /// What the index remembers of the files of the corpus; costs a walk over its list of them.
  ///
  /// - Throws: `IndexError` when the list is damaged.
  public func state() throws(IndexError) -> CorpusState {
    guard let state = CorpusState(userData) else {
      throw .corrupt(file: path, offset: 0, what: "the list of files cannot be read")
    }
    return state
  }

  /// Searches for what somebody typed.
  ///
  /// When no passage has everything that was asked for, the best partial matches follow, marked in `isPartial`.
  ///
  /// - Parameters:
  ///   - text: The query as typed or pasted; whatever it is, it is searched for.
  ///   - limit: The most hits to return.
  ///   - offset: How many hits to leave out in front.
  /// - Returns: The hits with their passages and how they match, and the count of all.
  /// - Throws: `IndexError` when the index is damaged.
  public func search(
    _ text: String, limit: Int = 10, offset: Int = 0
  ) throws(IndexError) -> PolicyResults {
    let parsed = ParsedQuery(text)
    var isPartial = false
    var query = parsed.query
    var found = try searcher.search(query, limit: limit, offset: offset)
    if found.totalCount == 0, let partial = parsed.partial {
      query = partial
      found = try searcher.search(query, limit: limit, offset: offset)
      isPartial = true
    }
    let patterns = MatchPattern.patterns(of: query, schema: .policy)
    var finder = MatchFinder(patterns: patterns)
    var hits: [PolicyHit] = []
    for (place, hit) in found.enumerated() {
      let passage = try searcher.passage(hit)
      hits.append(
        PolicyHit(
          rank: offset + place + 1, score: hit.score, passage: passage,
          matches: finder.matches(in: passage, patterns: patterns)))
    }
    return PolicyResults(
      query: parsed, hits: hits, totalCount: found.totalCount, isPartial: isPartial,
      offset: offset)
  }
}
