import GazetteAnalysis
import GazetteIndex

extension QueryLowering {
  /// The part of all pieces, in percent, that a partial match must have.
  private static let partialShare = 60
  /// The most pieces that a partial match counts.
  private static let partialLimit = 1_024

  /// The pieces of words of which most must be there.
  private struct Loose {
    var parts: [Part] = []
    var seen: Set<[UInt8]> = []
    /// Whether there is a word of several pieces.
    var isSplit = false
  }

  /// The query for what comes nearest when nothing has everything.
  ///
  /// At least 60 % of the words, where a run of Chinese counts as its bigrams. Phrases, fields, dates, alternatives and
  /// negations stay required. For any piece of a label to which tags were added one of these does as well.
  ///
  /// `nil` when that would ask the same.
  mutating func lowerPartial(_ syntax: QuerySyntax) -> Query? {
    let parts: [QuerySyntax] = if case .all(let parts) = syntax.kind { parts } else { [syntax] }
    var loose = Loose()
    var required: [Part] = []
    var excluded: [Query] = []
    for node in parts {
      if let label = node.label {
        let tags = part(.any(of: label.tags))?.query
        for case .word(let word) in label.words.map(\.kind) { loosen(word, or: tags, &loose) }
        continue
      }
      switch node.kind {
      case .word(let word): loosen(word, or: nil, &loose)
      case .not(let inner):
        if let query = part(inner)?.guarded { excluded.append(query) }
      default:
        if let part = part(node) { required.append(part) }
      }
    }
    let counted = loose.parts.prefix(Self.partialLimit)
    let minimum = (counted.count * Self.partialShare + 99) / 100
    guard counted.count > 1, loose.isSplit || minimum < counted.count else { return nil }
    var query = Query.any(counted.map(\.query), minimum: minimum)
    if !required.isEmpty { query = .all([query] + required.map(\.query)) }
    if !excluded.isEmpty { query = .excluding(query, .any(excluded)) }
    return Part(query: query, anchors: (counted + required).flatMap(\.anchors)).guarded
  }

  /// Adds the pieces of a word, each of which may be something else instead.
  private mutating func loosen(_ word: String, or other: Query?, _ loose: inout Loose) {
    let terms = terms(word)
    var own: [Part] = []
    if terms.parts.count == 1, loose.seen.insert(terms.parts[0].bytes).inserted {
      own = [partialPart(terms)]
    } else if terms.parts.count > 1 {
      loose.isSplit = true
      own = terms.parts.filter { loose.seen.insert($0.bytes).inserted }.map { partialPart($0) }
    }
    loose.parts += own.map { part in
      other.map { Part(query: .any([part.query, $0]), anchors: part.anchors + [$0]) } ?? part
    }
  }
}
