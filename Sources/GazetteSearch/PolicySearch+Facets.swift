public import GazetteIndex
import GazetteQuery

extension PolicySearch {
  /// How many values of each facet are counted out.
  static let facetLimit = 20

  /// Counts what the passages that match a query have in common.
  ///
  /// - Parameters:
  ///   - query: The query that gave the hits.
  ///   - unit: What counts as one: a passage, or a document.
  /// - Returns: One facet a name, in the order of the names, over all matches.
  /// - Throws: `IndexError` when the index is damaged.
  public func facets(
    of query: Query, counting unit: Facet.Unit = .entries
  ) throws(IndexError) -> [PolicyFacet] {
    var names: [PolicyFacet.Name] = []
    var sources: [Facet.Source] = []
    for name in PolicyFacet.Name.allCases {
      guard let source = name.source else { continue }
      names.append(name)
      sources.append(source)
    }
    let found = try searcher.facets(of: query, sources, limit: Self.facetLimit, counting: unit)
    return zip(names, found).map { name, facet in
      PolicyFacet(
        name: name,
        counts: facet.counts.map { count in
          let value =
            switch count.value {
            case .term(let bytes): String(decoding: bytes, as: UTF8.self)
            case .number(let number): "\(number)"
            }
          return PolicyFacet.Count(
            value: value, count: count.count, filter: name.filter(value))
        }, valueCount: facet.valueCount)
    }
  }
}
