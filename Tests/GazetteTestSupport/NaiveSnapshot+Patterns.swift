import GazetteIndex

extension NaiveSnapshot {
  /// Whether a term is one of a prefix, wildcard or range.
  func matches(_ query: Query, _ term: Term) -> Bool {
    // What is mentioned is no word.
    if term.bytes.first == 0xFE { return false }
    switch query {
    case .prefix(let prefix):
      return term.field == prefix.field && term.bytes.starts(with: prefix.bytes)
    case .wildcard(let pattern):
      return term.field == pattern.field
        && Self.fits(Self.scalars(term.bytes)[...], Self.scalars(pattern.bytes)[...])
    case .termRange(let field, let from, let through):
      return term.field == field && !(from.map(term.bytes.lexicographicallyPrecedes) ?? false)
        && !(through?.lexicographicallyPrecedes(term.bytes) ?? false)
    default: return false
    }
  }

  static func scalars(_ bytes: [UInt8]) -> [Unicode.Scalar] {
    Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  }

  private static func fits(
    _ term: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let sign = pattern.first else { return term.isEmpty }
    let rest = pattern.dropFirst()
    if sign == "*" {
      return fits(term, rest) || (!term.isEmpty && fits(term.dropFirst(), pattern))
    }
    if sign == "\\", let literal = rest.first {
      return term.first == literal && fits(term.dropFirst(), rest.dropFirst())
    }
    guard let first = term.first else { return false }
    return (sign == "?" || sign == first) && fits(term.dropFirst(), rest)
  }

  /// The terms that a fuzzy query looks for.
  func fuzzyTerms(_ query: Query) -> [(term: Term, edits: Int)] {
    guard case .fuzzy(let word, let edits, let prefix) = query else { return [] }
    let wanted = Self.scalars(word.bytes)
    var found: [Term: Int] = [:]
    for entry in segments.joined() {
      for term in entry.value.positions.keys
      where term.field == word.field && term.bytes.first != 0xFE {
        let scalars = Self.scalars(term.bytes)
        guard found[term] == nil, scalars.starts(with: wanted.prefix(prefix)) else { continue }
        let distance = Self.distance(wanted[...], scalars[...], limit: edits)
        if distance <= edits { found[term] = distance }
      }
    }
    let frequencies = Dictionary(
      uniqueKeysWithValues: found.keys.map { ($0, documentFrequency($0)) })
    let order = found.sorted { left, right in
      if left.value != right.value { return left.value < right.value }
      let (first, second) = (frequencies[left.key] ?? 0, frequencies[right.key] ?? 0)
      if first != second { return first > second }
      return left.key.bytes.lexicographicallyPrecedes(right.key.bytes)
    }
    return order.prefix(Query.fuzzyLimit).map { ($0.key, $0.value) }
  }

  /// The edits between two words, by trying each at the first scalar that differs; above the limit any number over it.
  static func distance(
    _ left: ArraySlice<Unicode.Scalar>, _ right: ArraySlice<Unicode.Scalar>, limit: Int
  ) -> Int {
    if limit < 0 { return .max }
    guard let first = left.first, let other = right.first else { return left.count + right.count }
    if first == other { return distance(left.dropFirst(), right.dropFirst(), limit: limit) }
    var best = min(
      distance(left.dropFirst(), right, limit: limit - 1),
      distance(left, right.dropFirst(), limit: limit - 1),
      distance(left.dropFirst(), right.dropFirst(), limit: limit - 1))
    if left.count > 1, right.count > 1, left.dropFirst().first == other,
      right.dropFirst().first == first
    {
      best = min(best, distance(left.dropFirst(2), right.dropFirst(2), limit: limit - 1))
    }
    return best == .max ? .max : best + 1
  }

  func fuzzy(
    _ query: Query, _ entry: NaiveEntry, _ weights: NaiveWeights, _ factor: Float
  ) -> Double? {
    let terms = weights.fuzzy[query] ?? []
    let most = terms.map { weights.frequencies[$0.term] ?? 0 }.max() ?? 0
    let weight = self.weight(documentFrequency: most)
    let scores = terms.compactMap { term, edits -> Double? in
      guard let positions = entry.positions[term] else { return nil }
      let scale: Float = edits == 0 ? 1 : edits == 1 ? 0.5 : 0.25
      return bm25(term.field, entry, weight * factor * scale, Float(positions.count))
    }
    return scores.isEmpty ? nil : scores.reduce(0, +)
  }

  func fields(
    _ terms: [WeightedTerm], _ entry: NaiveEntry, _ weights: NaiveWeights, _ factor: Float
  ) -> Double? {
    let most = terms.map { weights.frequencies[$0.term] ?? 0 }.max() ?? 0
    let weight = self.weight(documentFrequency: most) * factor
    let present = terms.filter { entry.positions[$0.term] != nil }
    guard !present.isEmpty else { return nil }
    var sum: Float = 0
    for weighted in present {
      let count = Float(max(1, entry.positions[weighted.term]?.count ?? 1))
      sum += weighted.weight * count * norm(weighted.term.field, entry)
    }
    return Double(weight - weight / (1 + sum))
  }
}
