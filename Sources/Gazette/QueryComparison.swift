import GazetteConcepts
import GazetteDocument
import GazetteIndex
public import GazetteSearch

/// Asks the same queries of a corpus as it is and as it was at an earlier revision.
///
/// Only documents that are not as they were are asked, and those as they were are indexed again for it, tagged by the thesaurus as
/// it is now: what differs is the texts, not the way in which they are looked at. A match is one of the whole query;
/// partial matches do not count.
public struct QueryComparison {
  private let search: PolicySearch
  private let changes: CorpusChanges
  /// The documents as they were, by their names.
  private let old: [String: PolicyDocument]
  private let scratch: ScratchIndex
  private let former: PolicySearch
  /// The passages of documents that were looked at before, by the names of the documents.
  private var sides:
    (old: [String: [DocumentDifference.Side]], new: [String: [DocumentDifference.Side]]) =
      ([:], [:])

  /// Prepares a comparison; costs indexing what is not as it was.
  ///
  /// - Parameters:
  ///   - search: The corpus as it is.
  ///   - changes: What became of it, of this very index.
  /// - Throws: `IndexError` when the index is damaged or no temporary one can be made.
  public init(_ search: PolicySearch, _ changes: CorpusChanges) throws(IndexError) {
    self.search = search
    self.changes = changes
    scratch = try ScratchIndex()
    var documents: [String: PolicyDocument] = [:]
    for (name, record) in try search.former(at: changes.since) {
      if let record { documents[name] = try record.document() }
    }
    let matcher = try search.thesaurus().map { (stored) throws(IndexError) in
      ConceptMatcher(try stored.thesaurus())
    }
    var groups: [EntryGroup] = []
    for pair in changes.pairs {
      guard let name = pair.old, let document = documents[name] else { continue }
      groups.append(EntryGroup(document, taggedBy: matcher))
    }
    old = documents
    former = try scratch.search(groups, userData: try search.keptData())
  }

  /// What is new, changed or gone for a query.
  ///
  /// - Parameter query: The query as typed.
  /// - Returns: The changes, document by document in the order of the text.
  /// - Throws: `LookupError` when a tag names no concept, `IndexError` when the index is damaged.
  public mutating func changes(for query: String) throws -> QueryChanges {
    let matches = (old: try former.matches(of: query), new: try search.matches(of: query))
    var found: [CorpusChanges.Change] = []
    for pair in changes.pairs {
      let then = pair.old.flatMap { matches.old[$0] } ?? []
      let now = pair.new.flatMap { matches.new[$0] } ?? []
      for place in now.sorted() {
        let earlier = pair.earlier[place]
        let matched = earlier.map(then.contains) ?? false
        if matched, let earlier, !pair.changed.contains(earlier) { continue }
        found.append(
          CorpusChanges.Change(
            matched ? .changed : .new, old: try earlier.flatMap { try oldSide($0, of: pair) },
            new: try newSide(place, of: pair)))
      }
      for place in then.sorted() {
        let later = pair.later[place]
        if later.map(now.contains) ?? false { continue }
        found.append(
          CorpusChanges.Change(
            .gone, old: try oldSide(place, of: pair),
            new: try later.flatMap { try newSide($0, of: pair) }))
      }
    }
    return QueryChanges(
      query: query, changes: found, matchCount: matches.new.values.reduce(0) { $0 + $1.count })
  }

  private mutating func oldSide(
    _ place: Int, of pair: ChangedDocument
  ) throws -> DocumentDifference.Side? {
    guard let name = pair.old, let document = old[name] else { return nil }
    let known = sides.old[name] ?? PolicySearch.sides(of: document)
    sides.old[name] = known
    return place < known.count ? known[place] : nil
  }

  private mutating func newSide(
    _ place: Int, of pair: ChangedDocument
  ) throws -> DocumentDifference.Side? {
    guard let name = pair.new else { return nil }
    let known =
      try sides.new[name] ?? PolicySearch.sides(of: try search.record(named: name).document())
    sides.new[name] = known
    return place < known.count ? known[place] : nil
  }
}
