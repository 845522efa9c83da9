package import GazetteIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension NaiveSnapshot {
  /// What a unit adds to the score of each group, each taken as one entry, by looking at every entry of every group.
  ///
  /// - Parameters:
  ///   - unit: The terms and phrases.
  ///   - groups: The groups.
  ///   - groupCount: How many there are in all, deleted ones included.
  /// - Returns: A score for each of the groups.
  package func scores(
    of unit: [GroupScoring.Part], for groups: [GroupID], groupCount: Int
  ) -> [Double] {
    var all: [GroupID: [NaiveEntry]] = [:]
    for (segment, entries) in segments.enumerated() {
      for entry in entries {
        all[GroupID(segment: segment, ordinal: entry.group), default: []].append(entry.value)
      }
    }
    var sums = [Double](repeating: 0, count: groups.count)
    var most = 0
    for part in unit {
      guard let (field, terms) = Self.words(of: part.query) else { continue }
      let counts = all.mapValues { $0.reduce(0) { $0 + frequency(field, terms, in: $1) } }
      most = max(most, counts.values.count { $0 > 0 })
      let average = averageLength(field, isRepeated: part.isRepeated, groupCount: groupCount)
      for (place, group) in groups.enumerated() {
        guard let entries = all[group], let count = counts[group], count > 0 else { continue }
        let share = part.isRepeated ? 1 / Double(entries.count) : 1
        let length = Double(entries.reduce(0) { $0 + keptLength(field, $1) }) * share
        let norm = 1 / (1.2 * (0.25 + 0.75 * length / average))
        sums[place] += Double(part.weight) * Double(count) * share * norm
      }
    }
    let found = Double(most)
    let weight = log(1 + (Double(groupCount) - found + 0.5) / (found + 0.5))
    return sums.map { weight - weight / (1 + $0) }
  }

  private static func words(of query: Query) -> (FieldID, [PhraseTerm])? {
    switch query {
    case .term(let term): (term.field, [PhraseTerm(bytes: term.bytes, offset: 0)])
    case .phrase(let field, let terms): (field, terms)
    default: nil
    }
  }

  private func frequency(_ field: FieldID, _ terms: [PhraseTerm], in entry: NaiveEntry) -> Int {
    let isKeyword = schema.fields[Int(field.rawValue)].kind == .keyword
    if terms.count == 1 {
      guard let found = entry.positions[Term(field: field, bytes: terms[0].bytes)] else { return 0 }
      return isKeyword ? 1 : found.count
    }
    return isKeyword ? 0 : starts(field, terms, entry).count
  }

  private func keptLength(_ field: FieldID, _ entry: NaiveEntry) -> Int {
    schema.fields[Int(field.rawValue)].kind == .keyword ? 0 : entry.keptLength(field)
  }

  private func averageLength(_ field: FieldID, isRepeated: Bool, groupCount: Int) -> Double {
    let entries = segments.joined()
    let total = entries.reduce(0) { $0 + keptLength(field, $1.value) }
    guard total > 0 else { return 1 }
    return Double(total) / Double(isRepeated ? entries.count : groupCount)
  }
}
