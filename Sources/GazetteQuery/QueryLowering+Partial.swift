import GazetteAnalysis
import GazetteIndex

extension QueryLowering {
  /// The part of all pieces, in percent, that a partial match must have.
  private static let partialShare = 60
  /// The most pieces that a partial match counts.
  private static let partialLimit = 1_024

  /// The query for what comes nearest when nothing has everything.
  ///
  /// At least 60 % of the words, where a run of Chinese counts as its bigrams. Phrases, fields, dates, alternatives and
  /// negations stay required.
  ///
  /// `nil` when that would ask the same.
  mutating func lowerPartial(_ syntax: QuerySyntax) -> Query? {
    let parts: [QuerySyntax] = if case .all(let parts) = syntax.kind { parts } else { [syntax] }
    var loose: [Part] = []
    var seen: Set<[UInt8]> = []
    var required: [Part] = []
    var excluded: [Query] = []
    var isSplit = false
    for node in parts {
      switch node.kind {
      case .word(let word):
        let terms = terms(word)
        if terms.parts.count == 1, seen.insert(terms.parts[0].bytes).inserted {
          loose.append(partialPart(terms))
        } else if terms.parts.count > 1 {
          isSplit = true
          loose += terms.parts.filter { seen.insert($0.bytes).inserted }.map { partialPart($0) }
        }
      case .not(let inner):
        if let query = part(inner)?.guarded { excluded.append(query) }
      default:
        if let part = part(node) { required.append(part) }
      }
    }
    let counted = loose.prefix(Self.partialLimit)
    let minimum = (counted.count * Self.partialShare + 99) / 100
    guard counted.count > 1, isSplit || minimum < counted.count else { return nil }
    var query = Query.any(counted.map(\.query), minimum: minimum)
    if !required.isEmpty { query = .all([query] + required.map(\.query)) }
    if !excluded.isEmpty { query = .excluding(query, .any(excluded)) }
    return Part(query: query, anchors: (counted + required).flatMap(\.anchors)).guarded
  }
}
