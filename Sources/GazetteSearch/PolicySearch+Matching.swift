public import GazetteDocument
import GazetteIndex
import GazetteQuery

extension PolicySearch {
  /// The documents that hold a passage matching a query, in the byte order of their names.
  ///
  /// Other renderings of the labels in its words count too, as in a search.
  ///
  /// - Parameter text: The query as typed.
  /// - Returns: The documents; partial matches do not count.
  /// - Throws: `LookupError` when a tag names no concept, `IndexError` when the index is damaged.
  public func documents(matching text: String) throws -> [DocumentSummary] {
    let named = try named(text)
    let widened = try thesaurus().flatMap { try Widened(named, by: $0) }
    let tiers = SearchTiers(searcher, literal: named.parsed.query, wide: widened?.query)
    let found = try searcher.search(tiers.whole, limit: searcher.entryCount)
    var seen: Set<GroupID> = []
    var summaries: [DocumentSummary] = []
    for hit in found {
      let group = try searcher.group(of: hit).group
      if seen.insert(group).inserted {
        summaries.append(try record(of: group).summary())
      }
    }
    return summaries.sorted { $0.id < $1.id }
  }
}
