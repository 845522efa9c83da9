public import GazetteIndex
import GazetteQuery

extension PolicySearch {
  /// How many values of each facet are counted out.
  static let facetLimit = 20

  /// Counts what the passages that match a query have in common.
  ///
  /// - Parameter query: The query that gave the hits.
  /// - Returns: One facet a name, in the order of the names, over all matches.
  /// - Throws: `IndexError` when the index is damaged.
  public func facets(of query: Query) throws(IndexError) -> [PolicyFacet] {
    var names: [PolicyFacet.Name] = []
    var sources: [Facet.Source] = []
    for name in PolicyFacet.Name.allCases {
      guard let source = name.source else { continue }
      names.append(name)
      sources.append(source)
    }
    let found = try searcher.facets(of: query, sources, limit: Self.facetLimit)
    return zip(names, found).map { name, facet in
      PolicyFacet(
        name: name,
        counts: facet.counts.map { count in
          switch count.value {
          case .term(let bytes):
            PolicyFacet.Count(value: String(decoding: bytes, as: UTF8.self), count: count.count)
          case .number(let number): PolicyFacet.Count(value: "\(number)", count: count.count)
          }
        }, valueCount: facet.valueCount)
    }
  }
}
