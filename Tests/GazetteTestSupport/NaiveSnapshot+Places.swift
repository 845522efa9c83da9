import GazetteIndex

extension NaiveSnapshot {
  /// The positions at which a phrase begins, counted from its least offset.
  func starts(
    _ field: FieldID, _ terms: [PhraseTerm], _ entry: NaiveEntry
  ) -> Set<Int> {
    let least = terms.map(\.offset).min() ?? 0
    var starts: Set<Int>?
    for term in terms {
      let (offset, overflow) = term.offset.subtractingReportingOverflow(least)
      guard !overflow else { return [] }
      let places = Set(
        (entry.positions[Term(field: field, bytes: term.bytes)] ?? []).map { $0 - offset })
      starts = starts?.intersection(places) ?? places
    }
    return starts ?? []
  }

  private func extent(_ terms: [PhraseTerm]) -> Int {
    (terms.map(\.offset).max() ?? 0) - (terms.map(\.offset).min() ?? 0)
  }

  private func weight(
    _ field: FieldID, _ terms: [PhraseTerm], _ weights: NaiveWeights
  ) -> Float {
    var weight: Float = 0
    var distinct: [[UInt8]] = []
    for term in terms where !distinct.contains(term.bytes) {
      distinct.append(term.bytes)
      weight += weights[Term(field: field, bytes: term.bytes)]
    }
    return weight
  }

  func phrase(
    _ field: FieldID, _ terms: [PhraseTerm], _ entry: NaiveEntry, _ weights: NaiveWeights,
    _ factor: Float
  ) -> Double? {
    guard let first = terms.first else { return nil }
    if terms.count == 1 {
      let term = Term(field: field, bytes: first.bytes)
      return entry.positions[term].map {
        bm25(field, entry, weights[term] * factor, Float($0.count))
      }
    }
    guard schema.fields[Int(field.rawValue)].kind != .keyword else { return nil }
    let starts = starts(field, terms, entry)
    guard !starts.isEmpty else { return nil }
    return bm25(field, entry, weight(field, terms, weights) * factor, Float(starts.count))
  }

  /// The least number of further positions with which terms stand in order from a place on; `nil` when they do not.
  private func gap(
    _ field: FieldID, _ terms: ArraySlice<(bytes: [UInt8], offset: Int)>, from begin: Int,
    _ entry: NaiveEntry
  ) -> Int? {
    guard let term = terms.first else { return 0 }
    let places = entry.positions[Term(field: field, bytes: term.bytes)] ?? []
    return places.filter { $0 - term.offset >= begin }.compactMap { place in
      gap(field, terms.dropFirst(), from: place - term.offset, entry).map {
        $0 + place - term.offset - begin
      }
    }.min()
  }

  func sloppyPhrase(
    _ field: FieldID, _ terms: [PhraseTerm], _ slop: Int, _ entry: NaiveEntry,
    _ weights: NaiveWeights, _ factor: Float
  ) -> Double? {
    guard terms.count > 1 else { return phrase(field, terms, entry, weights, factor) }
    guard schema.fields[Int(field.rawValue)].kind != .keyword else { return nil }
    let least = terms.map(\.offset).min() ?? 0
    let order = terms.enumerated().map { (bytes: $1.bytes, offset: $1.offset - least, place: $0) }
      .sorted { ($0.offset, $0.place) < ($1.offset, $1.place) }
      .map { (bytes: $0.bytes, offset: $0.offset) }
    var frequency: Float = 0
    for start in (entry.positions[Term(field: field, bytes: order[0].bytes)] ?? []).sorted() {
      if let gap = gap(field, order.dropFirst(), from: start, entry), gap <= slop {
        frequency += 1 / (1 + Float(gap))
      }
    }
    guard frequency > 0 else { return nil }
    return bm25(field, entry, weight(field, terms, weights) * factor, frequency)
  }

  func near(
    _ field: FieldID, _ phrases: [[PhraseTerm]], _ distance: Int, _ entry: NaiveEntry,
    _ weights: NaiveWeights, _ factor: Float
  ) -> Double? {
    guard schema.fields[Int(field.rawValue)].kind != .keyword, !phrases.isEmpty else { return nil }
    let all = Set(phrases).map { (starts: starts(field, $0, entry), extent: extent($0)) }
    /// Where the least stretch from a place on ends that holds every phrase.
    func end(_ place: Int) -> Int? {
      let ends = all.map { phrase in
        phrase.starts.filter { $0 >= place }.map { $0 + phrase.extent }.min()
      }
      return ends.contains(nil) ? nil : ends.compactMap { $0 }.max()
    }
    let laid = all.reduce(0) { $0 + $1.extent + 1 }
    var frequency: Float = 0
    for first in all.flatMap(\.starts).sorted().reduce(
      into: [Int](),
      {
        if $0.last != $1 { $0.append($1) }
      })
    {
      guard let last = end(first), last != end(first + 1), last - first <= distance else {
        continue
      }
      frequency += 1 / (1 + Float(max(0, last - first + 1 - laid)))
    }
    guard frequency > 0 else { return nil }
    return bm25(
      field, entry, weight(field, Array(phrases.joined()), weights) * factor, frequency)
  }

  func within(
    _ scope: BlockScope, _ parts: [Query], _ entries: [Entry], _ weights: NaiveWeights,
    _ factor: Float
  ) -> [Double?] {
    guard !parts.isEmpty else { return entries.map { _ in nil } }
    switch scope {
    case .entry: return scores(.all(parts), entries, weights, factor)
    case .sentence(let field):
      return zip(entries, scores(.all(parts), entries, weights, factor)).map { entry, score in
        let count = (entry.value.sentenceStarts[field]?.count ?? 0) + 1
        let isThere = (0..<count).contains { sentence in
          parts.allSatisfy { stands($0, field, sentence, entry.value, weights) }
        }
        return isThere ? score : nil
      }
    case .run, .group:
      let own = scores(.any(parts), entries, weights, factor)
      let all = parts.map { scores($0, entries, weights, factor) }
      var blocks: [[Int]] = []
      for entry in entries.indices {
        if entry > 0, isTogether(scope, entries[entry - 1], entries[entry]) {
          blocks[blocks.count - 1].append(entry)
        } else {
          blocks.append([entry])
        }
      }
      return blocks.flatMap { block in
        let isThere = all.allSatisfy { part in block.contains { part[$0] != nil } }
        return block.map { isThere ? own[$0] : nil }
      }
    }
  }

  /// Whether two neighbours are in one block.
  private func isTogether(_ scope: BlockScope, _ left: Entry, _ right: Entry) -> Bool {
    guard left.group == right.group else { return false }
    guard case .run(let column) = scope else { return true }
    let values = [left, right].map { $0.value.columns[Int(column.rawValue)] }
    return values[0] != nil && values[0] == values[1]
  }

  /// Whether a part of a query stands in a sentence.
  private func stands(
    _ query: Query, _ field: FieldID, _ sentence: Int, _ entry: NaiveEntry,
    _ weights: NaiveWeights
  ) -> Bool {
    func holds(_ own: FieldID, _ terms: [PhraseTerm]) -> Bool {
      guard own == field || own == schema.stems(of: field) else { return false }
      return starts(own, terms, entry).contains { start in
        [start, start + extent(terms)].allSatisfy { entry.sentence(field, $0) == sentence }
      }
    }
    func holds(_ term: Term) -> Bool {
      holds(term.field, [PhraseTerm(bytes: term.bytes, offset: 0)])
    }
    switch query {
    case .term(let term): return holds(term)
    case .phrase(let own, let terms): return holds(own, terms)
    case .prefix, .wildcard, .termRange:
      return entry.positions.keys.contains { matches(query, $0) && holds($0) }
    case .fuzzy: return (weights.fuzzy[query] ?? []).contains { holds($0.term) }
    case .fields(let terms): return terms.contains { holds($0.term) }
    case .all(let parts):
      return parts.allSatisfy { stands($0, field, sentence, entry, weights) }
    case .any(let parts, let minimum):
      return parts.count { stands($0, field, sentence, entry, weights) } >= max(1, minimum)
    case .preferring(let part, _), .boosted(let part, _), .constant(let part, _):
      return stands(part, field, sentence, entry, weights)
    default: return false
    }
  }
}
