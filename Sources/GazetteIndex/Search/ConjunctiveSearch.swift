/// Finds the best entries that match a conjunctive query, and counts all that do.
///
/// The matches of a window of entries are put together as a set of bits, list by list, the shortest first; once few are left
/// they are looked up instead. Those that are left are scored a batch at a time, and only as long as the bounds of the blocks in
/// which they lie let them get among the best. Phrases that only add to a score are looked at last.
final class ConjunctiveSearch {
  private let required: [ConjunctivePart]
  private let conditions: [ConjunctivePart]
  private let excluded: [ConjunctivePart]
  private let preferred: PreferredScorers
  /// The terms that are scored, and where their frequencies are kept.
  private let scoring: UnretainedRow<ImpactCursor>
  private let rows: [Int?]
  private let entryCount: Int
  private let set: EntrySet
  private let other: EntrySet
  private let batch: CandidateBatch

  /// Opens a query in a segment; `nil` when nothing matches there.
  init?(
    _ query: ConjunctiveQuery, _ compiler: QueryCompiler, in segment: Int, scores: Bool
  ) throws(IndexError) {
    func open(_ parts: [ConjunctiveQuery.Part]) throws(IndexError) -> [ConjunctivePart] {
      var opened: [ConjunctivePart] = []
      for part in parts { opened.append(try ConjunctivePart(part, compiler, in: segment)) }
      return opened
    }
    let required = try open(query.required)
    let conditions = try open(query.conditions)
    guard (required + conditions).allSatisfy({ !$0.isEmpty }) else { return nil }
    // A condition that one of the required parts implies needs no look.
    let pending = conditions.filter { condition in
      !required.contains { $0.isOfLists && $0.terms.isSubset(of: condition.terms) }
    }
    self.required = required.sorted(by: Self.isCheaper)
    self.conditions = pending.sorted(by: Self.isCheaper)
    excluded = try open(query.excluded).filter { !$0.isEmpty }
    var cursors: [ImpactCursor] = []
    var rows: [Int?] = []
    var kept: [Term: Int] = [:]
    for part in scores ? query.required + query.preferred : [] {
      for leaf in part.leaves {
        guard let cursor = try compiler.impactCursor(leaf, segment) else { continue }
        cursors.append(cursor)
        rows.append(
          Self.row(of: leaf.term, among: query.preferred, &kept))
      }
    }
    scoring = UnretainedRow(cursors)
    self.rows = rows
    preferred = try PreferredScorers(
      scores ? query.preferred : [], compiler, in: segment, rows: kept)
    entryCount = compiler.segments[segment].segment.entryCount
    set = EntrySet(entryCount: entryCount)
    other = EntrySet(entryCount: entryCount)
    batch = CandidateBatch(rowCount: kept.count, boundCount: preferred.count)
  }

  /// Where to keep how often a term stands in entries: the frequencies of the words of preferred phrases are wanted.
  private static func row(
    of term: Term, among parts: [ConjunctiveQuery.Part], _ kept: inout [Term: Int]
  ) -> Int? {
    guard kept[term] == nil else { return nil }
    let isWanted = parts.contains { part in
      part.others.contains { query, _ in
        guard case .phrase(let field, let terms) = query, field == term.field else { return false }
        return terms.contains { $0.bytes == term.bytes }
      }
    }
    guard isWanted else { return nil }
    kept[term] = kept.count
    return kept.count - 1
  }

  private static func isCheaper(_ left: ConjunctivePart, _ right: ConjunctivePart) -> Bool {
    left.postingCount < right.postingCount
  }

  /// Offers every entry of a range, which begins at a multiple of 64, that can be among the best; how many match.
  func run(
    _ range: Range<Int>, into top: inout TopHits, segment: Int, live: LiveDocuments
  ) -> Int {
    let lists = (required + conditions).filter(\.isOfLists).sorted(by: Self.isCheaper)
    guard let lead = lists.first else { return 0 }
    var total = 0
    var first = lead.first(from: UInt32(range.lowerBound))
    while Int(first) < range.upperBound {
      let start = Int(first) & ~63
      let end = min(start + EntrySet.windowSize, range.upperBound)
      let window = UInt32(start)...UInt32(end - 1)
      set.begin(window)
      lead.add(to: set)
      narrow(lists.dropFirst(), window)
      leaveOut(live, window)
      total += score(into: &top, segment)
      guard end < range.upperBound else { break }
      first = lead.first(from: UInt32(end))
    }
    return total
  }

  /// Keeps what other lists hold too.
  private func narrow(_ parts: ArraySlice<ConjunctivePart>, _ window: ClosedRange<UInt32>) {
    for part in parts {
      let count = set.count
      guard count > 0 else { return }
      if isSooner(lookingUp: count, in: part, window) {
        set.keep { part.holds($0) }
      } else {
        other.begin(window)
        part.add(to: other)
        set.formIntersection(other)
      }
    }
  }

  /// Drops what is deleted or excluded.
  private func leaveOut(_ live: LiveDocuments, _ window: ClosedRange<UInt32>) {
    if live.deletedEntryCount > 0 { set.subtract(live) }
    for part in excluded where part.isOfLists {
      let count = set.count
      guard count > 0 else { return }
      if isSooner(lookingUp: count, in: part, window) {
        set.keep { !part.holds($0) }
      } else {
        other.begin(window)
        part.add(to: other)
        set.subtract(other)
      }
    }
  }

  /// Whether to look up entries costs less than to read a part's lists over a window.
  private func isSooner(
    lookingUp count: Int, in part: ConjunctivePart, _ window: ClosedRange<UInt32>
  ) -> Bool {
    let share = part.postingCount / max(1, entryCount / window.count)
    // A look-up costs about as much as reading some postings one after the other.
    return count * 12 < share
  }

  /// Goes through the window's candidates; how many of them match.
  private func score(into top: inout TopHits, _ segment: Int) -> Int {
    let mixed = required.filter { !$0.isOfLists }
    let asked = conditions.filter { !$0.isOfLists }
    let refused = excluded.filter { !$0.isOfLists }
    let isOfLists = mixed.isEmpty && asked.isEmpty && refused.isEmpty
    if isOfLists, top.lowest == .infinity { return set.count }
    var total = 0
    set.forEachBatch(batch) { batch in
      if !isOfLists {
        batch.keep { docID in
          guard asked.allSatisfy({ $0.matches(docID) }) else { return nil }
          var sum = 0.0
          for part in mixed {
            guard part.matches(docID) else { return nil }
            sum += part.score(at: docID)
          }
          return refused.contains { $0.matches(docID) } ? nil : sum
        }
      }
      total += batch.count
      guard top.lowest < .infinity else { return }
      top.takeShared()
      batch.prune(by: scoring, more: preferred.greatestSum, lowest: top.lowest)
      batch.addScores(of: scoring, rows: rows)
      preferred.addBounds(to: batch)
      offer(batch, &top, segment)
    }
    return total
  }

  /// Offers what with the preferred parts can be among the best.
  private func offer(_ batch: CandidateBatch, _ top: inout TopHits, _ segment: Int) {
    for place in 0..<batch.count {
      let sum = preferred.score(batch, place, lowest: top.lowest)
      if sum >= top.lowest {
        top.offer(score: Float(sum), segment: segment, docID: unsafe batch.docIDs[place])
      }
    }
  }
}
