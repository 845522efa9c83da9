extension Searcher {
  /// Counts the values of fields and columns over all entries that match a query.
  ///
  /// Costs a walk over the matches; for a column and for groups a look at each of them, for a field its posting lists.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - sources: What to count: keyword fields, columns with a step above 0, mentions of text fields, groups.
  ///   - limit: The most values to return of each.
  ///   - unit: What counts as one.
  /// - Returns: The facets in the order of the sources; their counts are exact.
  /// - Throws: `IndexError.corrupt` when a damaged byte is met, `tooLarge` and `invalidQuery` for what cannot be answered.
  public func facets(
    of query: Query, _ sources: [Facet.Source], limit: Int = 20,
    counting unit: Facet.Unit = .entries
  ) throws(IndexError) -> [Facet] {
    for source in sources { try check(source) }
    let compiler = try compiler(for: query)
    var found = [[Facet.Value: Int]](repeating: [:], count: sources.count)
    var groups = GroupFacet(limit: limit)
    for (number, segment) in segments.enumerated() {
      guard let scorer = try compiler.scorer(for: query, in: number) else { continue }
      let matches = MatchSet(scorer, in: segment)
      guard matches.count > 0 else { continue }
      let count = FacetCount(matches, segment.segment, unit: unit, fault: compiler.fault)
      for (place, source) in sources.enumerated() {
        switch source {
        case .field(let field): try count.terms(of: field, &found[place])
        case .mentions(let fields): try count.mentions(in: fields, &found[place])
        case .column(let column, let step): try count.values(of: column, step, &found[place])
        case .groups: try groups.count(matches, segment.segment, unit)
        }
      }
    }
    try compiler.fault.check()
    return zip(sources, found).map { source, found in
      source == .groups ? groups.facet : Facet(source, counting: found, limit: limit)
    }
  }

  private func check(_ source: Facet.Source) throws(IndexError) {
    switch source {
    case .field(let field):
      try QueryLimits.check(field, schema)
      guard schema.fields[Int(field.rawValue)].kind == .keyword else {
        throw .invalidQuery(reason: "only keyword fields have values to count")
      }
    case .mentions(let fields):
      for field in fields {
        try QueryLimits.check(field, schema)
        guard schema.fields[Int(field.rawValue)].kind == .text else {
          throw .invalidQuery(reason: "only the texts of text fields mention something")
        }
      }
    case .groups: break
    case .column(let column, let step):
      try QueryLimits.check(column, schema)
      guard step > 0 else { throw .invalidQuery(reason: "\(step) is no step") }
    }
  }
}
