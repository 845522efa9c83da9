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
  }

  /// How an engine's segments differ from what was added to it.
  package enum Difference: Error {
    case stored(GroupID)
    case group(GroupID, String)
    case groups([Int], [Int])
  }

  private let segments: [[Entry]]
  private let schema: Schema
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
    let weights = Weights(query, self)
    for (number, entries) in segments.enumerated() {
      for (docID, entry) in entries.enumerated() where entry.isLive {
        if let score = score(query, entry.value, weights, 1) {
          hits.append(Hit(score: Float(score), segment: number, docID: UInt32(docID)))
        }
      }
    }
    return hits.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      return (left.segment, left.docID) < (right.segment, right.docID)
    }
  }

  /// In how many entries a term stands, deleted ones included.
  package func documentFrequency(_ term: Term) -> Int {
    segments.joined().count { $0.value.positions[term] != nil }
  }

  /// The weights of all terms of a query.
  private struct Weights {
    private var weights: [Term: Float] = [:]

    init(_ query: Query, _ snapshot: NaiveSnapshot) {
      for term in Self.terms(query) where weights[term] == nil {
        let frequency = Double(snapshot.documentFrequency(term))
        let count = Double(snapshot.count)
        weights[term] = Float(log(1 + (count - frequency + 0.5) / (frequency + 0.5)))
      }
    }

    subscript(term: Term) -> Float { weights[term] ?? 0 }

    private static func terms(_ query: Query) -> [Term] {
      switch query {
      case .everything, .nothing, .range, .prefix: []
      case .term(let term): [term]
      case .phrase(let field, let terms): terms.map { Term(field: field, bytes: $0.bytes) }
      case .all(let parts), .any(let parts, _): parts.flatMap(terms)
      case .excluding(let first, let second), .preferring(let first, let second):
        terms(first) + terms(second)
      case .boosted(let part, _), .constant(let part, _): terms(part)
      }
    }
  }

  /// The score of an entry; `nil` when it does not match.
  private func score(
    _ query: Query, _ entry: NaiveEntry, _ weights: Weights, _ factor: Float
  ) -> Double? {
    switch query {
    case .everything: return 0
    case .nothing: return nil
    case .term(let term):
      guard let positions = entry.positions[term] else { return nil }
      return bm25(term.field, entry, weights[term] * factor, positions.count)
    case .phrase(let field, let terms):
      return phrase(field, terms, entry, weights, factor)
    case .prefix(let prefix):
      let matches = entry.positions.keys.contains { term in
        term.field == prefix.field && term.bytes.starts(with: prefix.bytes)
      }
      return matches ? Double(factor) : nil
    case .all(let parts):
      var sum = 0.0
      for part in parts {
        guard let score = score(part, entry, weights, factor) else { return nil }
        sum += score
      }
      return sum
    case .any(let parts, let minimum):
      let scores = parts.compactMap { score($0, entry, weights, factor) }
      return scores.count >= max(1, minimum) ? scores.reduce(0, +) : nil
    case .excluding(let included, let excluded):
      return score(excluded, entry, weights, factor) == nil
        ? score(included, entry, weights, factor) : nil
    case .preferring(let required, let preferred):
      return score(required, entry, weights, factor).map {
        $0 + (score(preferred, entry, weights, factor) ?? 0)
      }
    case .range(let column, let range):
      return entry.columns[Int(column.rawValue)].map(range.contains) == true ? 0 : nil
    case .boosted(let part, let further):
      return score(part, entry, weights, factor * further)
    case .constant(let part, let score):
      return self.score(part, entry, weights, 1).map { _ in Double(score * factor) }
    }
  }

  private func bm25(
    _ field: FieldID, _ entry: NaiveEntry, _ weight: Float, _ frequency: Int
  ) -> Double {
    if schema.fields[Int(field.rawValue)].kind == .keyword {
      return Double(weight - weight / (1 + 1 * (1 / 1.2)))
    }
    let ratio = Float(entry.keptLength(field)) / averages[Int(field.rawValue)]
    let norm: Float = 1 / (1.2 * ((1 - 0.75) + 0.75 * ratio))
    return Double(weight - weight / (1 + Float(frequency) * norm))
  }

  private func phrase(
    _ field: FieldID, _ terms: [PhraseTerm], _ entry: NaiveEntry, _ weights: Weights,
    _ factor: Float
  ) -> Double? {
    guard let first = terms.first else { return nil }
    if terms.count == 1 {
      return score(.term(Term(field: field, bytes: first.bytes)), entry, weights, factor)
    }
    guard schema.fields[Int(field.rawValue)].kind != .keyword else { return nil }
    func positions(_ term: PhraseTerm) -> Set<Int> {
      Set(entry.positions[Term(field: field, bytes: term.bytes)] ?? [])
    }
    var starts = Set(positions(first).map { $0 - first.offset })
    for term in terms { starts.formIntersection(positions(term).map { $0 - term.offset }) }
    guard !starts.isEmpty else { return nil }
    var weight: Float = 0
    var distinct: [[UInt8]] = []
    for term in terms where !distinct.contains(term.bytes) {
      distinct.append(term.bytes)
      weight += weights[Term(field: field, bytes: term.bytes)]
    }
    return bm25(field, entry, weight * factor, starts.count)
  }
}
