package import GazetteIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Answers queries by looking at every entry, with the definitions of scores written out once more.
package struct NaiveSnapshot {
  /// An entry and whether it is deleted.
  package struct Entry {
    let value: NaiveEntry
    let isLive: Bool
    let group: Int
  }

  /// How an engine's segments differ from what was added to it.
  package enum Difference: Error {
    case stored(GroupID)
    case group(GroupID, String)
    case groups([Int], [Int])
  }

  let segments: [[Entry]]
  let schema: Schema
  private let count: Int
  private let averages: [Float]

  init(segments: [[Entry]], schema: Schema) {
    self.segments = segments
    self.schema = schema
    let all = segments.joined()
    let count = all.count
    self.count = count
    averages = schema.fields.indices.map { field in
      let id = FieldID(rawValue: UInt8(field))
      let total = all.reduce(0) { $0 + $1.value.keptLength(id) }
      return total == 0 ? 1 : Float(Double(total) / Double(count))
    }
  }

  /// All hits of a query in order.
  package func search(_ query: Query) -> [Hit] {
    var hits: [Hit] = []
    let weights = NaiveWeights(query, self)
    for (number, entries) in segments.enumerated() {
      let scores = scores(query, entries, weights, 1)
      for (docID, score) in scores.enumerated() where entries[docID].isLive {
        if let score {
          hits.append(Hit(score: Float(score), segment: number, docID: UInt32(docID)))
        }
      }
    }
    return hits.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      return (left.segment, left.docID) < (right.segment, right.docID)
    }
  }

  /// The entry of a hit.
  package func entry(of hit: Hit) -> NaiveEntry { segments[hit.segment][Int(hit.docID)].value }

  /// In how many entries a term stands, deleted ones included.
  package func documentFrequency(_ term: Term) -> Int {
    segments.joined().count { $0.value.positions[term] != nil }
  }

  /// The inverse document frequency.
  func weight(documentFrequency: Int) -> Float {
    let frequency = Double(documentFrequency)
    return Float(log(1 + (Double(count) - frequency + 0.5) / (frequency + 0.5)))
  }

  /// The scores of the entries of a segment; `nil` for one that does not match.
  func scores(
    _ query: Query, _ entries: [Entry], _ weights: NaiveWeights, _ factor: Float
  ) -> [Double?] {
    func scores(_ part: Query, _ factor: Float) -> [Double?] {
      self.scores(part, entries, weights, factor)
    }
    switch query {
    case .all(let parts):
      return parts.reduce(entries.map { _ in 0 }) { sums, part in
        zip(sums, scores(part, factor)).map { sum, score in
          sum.flatMap { sum in score.map { sum + $0 } }
        }
      }
    case .any(let parts, let minimum):
      let all = parts.map { scores($0, factor) }
      return entries.indices.map { entry in
        let found = all.compactMap { $0[entry] }
        return found.count >= max(1, minimum) ? found.reduce(0, +) : nil
      }
    case .excluding(let included, let excluded):
      return zip(scores(included, factor), scores(excluded, factor)).map { $1 == nil ? $0 : nil }
    case .preferring(let required, let preferred):
      return zip(scores(required, factor), scores(preferred, factor)).map { score, more in
        score.map { $0 + (more ?? 0) }
      }
    case .boosted(let part, let further): return scores(part, factor * further)
    case .constant(let part, let score):
      return scores(part, 1).map { $0.map { _ in Double(score * factor) } }
    case .within(let scope, let parts): return within(scope, parts, entries, weights, factor)
    default: return entries.map { score(query, $0.value, weights, factor) }
    }
  }

  /// The score of an entry under a query without parts; `nil` when it does not match.
  private func score(
    _ query: Query, _ entry: NaiveEntry, _ weights: NaiveWeights, _ factor: Float
  ) -> Double? {
    switch query {
    case .everything: return 0
    case .term(let term):
      guard let positions = entry.positions[term] else { return nil }
      return bm25(term.field, entry, weights[term] * factor, Float(positions.count))
    case .phrase(let field, let terms):
      return phrase(field, terms, entry, weights, factor)
    case .sloppyPhrase(let field, let terms, let slop):
      return sloppyPhrase(field, terms, slop, entry, weights, factor)
    case .near(let field, let phrases, let distance):
      return near(field, phrases, distance, entry, weights, factor)
    case .prefix, .wildcard, .termRange:
      return entry.positions.keys.contains { matches(query, $0) } ? Double(factor) : nil
    case .fuzzy: return fuzzy(query, entry, weights, factor)
    case .fields(let terms): return fields(terms, entry, weights, factor)
    case .range(let column, let range):
      return entry.columns[Int(column.rawValue)].map(range.contains) == true ? 0 : nil
    default: return nil
    }
  }

  /// What the length of a field does to a score.
  func norm(_ field: FieldID, _ entry: NaiveEntry) -> Float {
    if schema.fields[Int(field.rawValue)].kind == .keyword { return 1 / 1.2 }
    let ratio = Float(entry.keptLength(field)) / averages[Int(field.rawValue)]
    return 1 / (1.2 * ((1 - 0.75) + 0.75 * ratio))
  }

  func bm25(
    _ field: FieldID, _ entry: NaiveEntry, _ weight: Float, _ frequency: Float
  ) -> Double {
    let isKeyword = schema.fields[Int(field.rawValue)].kind == .keyword
    let frequency = isKeyword ? 1 : frequency
    return Double(weight - weight / (1 + frequency * norm(field, entry)))
  }
}
