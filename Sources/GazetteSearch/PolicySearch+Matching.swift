public import GazetteDocument
import GazetteIndex
import GazetteQuery

extension PolicySearch {
  /// The documents that hold a passage matching a query, in the byte order of their names.
  ///
  /// - Parameter text: The query as typed.
  /// - Returns: The documents; partial matches do not count.
  /// - Throws: `LookupError` when a tag names no concept, `IndexError` when the index is damaged.
  public func documents(matching text: String) throws -> [DocumentSummary] {
    let found = try searcher.search(try named(text).parsed.query, limit: searcher.entryCount)
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
