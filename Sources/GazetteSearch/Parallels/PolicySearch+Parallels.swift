public import GazetteDocument
import GazetteIndex
public import GazetteQuotations

extension PolicySearch {
  /// Finds the same passage in other words in different documents; see `ParallelPassages`.
  ///
  /// Reads the documents that are compared once as a whole, and then the passages that are shown.
  ///
  /// - Parameters:
  ///   - names: Two documents; one, to be compared with all others; none, for all with each other. Each by its id or a unique tail.
  ///   - kinds: Which kinds of parallels count.
  ///   - limit: The most pairs to show in all.
  ///   - groupLimit: The most pairs to show of two documents, unless these two were named.
  ///   - mentions: The concepts that the passages of a document mention, passage by passage.
  /// - Returns: What was found.
  /// - Throws: `LookupError` when a name leads to no document or several, `IndexError` when the index is damaged.
  public func parallels(
    between names: [String] = [], kinds: Set<PassagePair.Kind> = Set(PassagePair.Kind.allCases),
    limit: Int = 20, groupLimit: Int = 3,
    mentions: (PolicyDocument) -> [[ParallelPassages.Concept]] = { _ in [] }
  ) throws -> ParallelReport {
    let named = try names.map { try record(named: $0).summary().id }
    var finder = ParallelPassages()
    var summaries: [DocumentSummary] = []
    for summary in try documents() where named.count != 2 || named.contains(summary.id) {
      let document = try record(named: summary.id.name).document()
      finder.add(document, mentions: mentions(document))
      summaries.append(summary)
    }
    let wanted = Set(summaries.indices.filter { named.contains(summaries[$0].id) })
    let pairs = finder.pairs { left, right in
      named.count != 1 || wanted.contains(left) || wanted.contains(right)
    }.filter { kinds.contains($0.kind) }
    return try report(
      pairs, of: summaries, limit: limit, groupLimit: named.count == 2 ? limit : groupLimit)
  }

  private func report(
    _ pairs: [PassagePair], of summaries: [DocumentSummary], limit: Int, groupLimit: Int
  ) throws -> ParallelReport {
    struct Documents: Hashable {
      let left: Int
      let right: Int
    }
    var found: [Documents: [PassagePair]] = [:]
    for pair in pairs {
      let documents = Documents(left: pair.left.document, right: pair.right.document)
      found[documents, default: []].append(pair)
    }
    let weighed = found.map { documents, pairs in
      (documents: documents, pairs: pairs, weight: pairs.reduce(0) { $0 + $1.weight })
    }.sorted {
      ($1.weight, $0.documents.left, $0.documents.right)
        < ($0.weight, $1.documents.left, $1.documents.right)
    }
    var groups: [ParallelReport.Group] = []
    var left = limit
    for (documents, pairs, _) in weighed where left > 0 {
      let records = (
        try record(named: summaries[documents.left].id.name),
        try record(named: summaries[documents.right].id.name)
      )
      let shown = pairs.prefix(min(left, groupLimit)).sorted {
        ($0.left, $0.right) < ($1.left, $1.right)
      }
      left -= shown.count
      groups.append(
        ParallelReport.Group(
          left: summaries[documents.left], right: summaries[documents.right], count: pairs.count,
          findings: try shown.map { pair in
            ParallelFinding(
              pair, left: try records.0.citedPassage(at: pair.left.passage),
              right: try records.1.citedPassage(at: pair.right.passage))
          }))
    }
    return ParallelReport(
      groups: groups, totalCount: pairs.count, groupCount: weighed.count,
      documentCount: summaries.count)
  }
}
