/// Scores groups over all their entries, as if each were one entry (BM25F over groups).
///
/// A unit is what `Query.fields` is for entries: the frequencies of its parts, each times its weight and the norm of its field's
/// length, are added before they saturate together. Of a group the frequencies and lengths of its entries are added; of a
/// field that repeats itself on every entry, such as a title, their average counts. Document frequencies and average lengths
/// are those of groups, deleted ones that are not merged away yet included.
package struct GroupScoring {
  /// One term or phrase of a unit.
  package struct Part: Sendable, Hashable {
    /// A `term` or a `phrase`; what is neither adds nothing.
    package let query: Query
    /// What an occurrence counts.
    package let weight: Float
    /// Whether the field says the same on every entry of a group.
    package let isRepeated: Bool

    package init(_ query: Query, weight: Float, isRepeated: Bool) {
      self.query = query
      self.weight = weight
      self.isRepeated = isRepeated
    }

    fileprivate var field: FieldID? {
      switch query {
      case .term(let term): term.field
      case .phrase(let field, _): field
      default: nil
      }
    }
  }

  private let searcher: Searcher
  private let compiler: QueryCompiler
  /// The groups that are scored, by segment and place.
  private let groups: [GroupID]
  /// Where the groups of each segment begin, and the end.
  private var starts: [Int] = []
  /// The lengths of fields over the groups, as far as they have been asked for.
  private var lengths: [Int: [Float]] = [:]

  /// Prepares to score groups, which come by rising segment and place.
  package init(_ groups: [GroupID], in searcher: Searcher) throws(IndexError) {
    self.searcher = searcher
    self.groups = groups
    compiler = try searcher.compiler(for: .everything)
    var place = 0
    for segment in searcher.segments.indices {
      starts.append(place)
      while place < groups.count, groups[place].segment == segment { place += 1 }
    }
    starts.append(place)
  }

  /// How many groups there are, deleted ones included.
  private var groupCount: Int {
    searcher.segments.reduce(0) { $0 + $1.segment.groups.count }
  }

  /// What a unit adds to the score of each group, with the numbers that it comes from.
  ///
  /// Costs a walk over the posting lists.
  ///
  /// - Parameter unit: The parts.
  /// - Returns: For every group its value and the summed frequency; the weight that all share.
  /// - Throws: `IndexError` when the index is damaged.
  package mutating func scores(
    of unit: [Part]
  ) throws(IndexError) -> (values: [(score: Float, frequency: Float)], weight: Float) {
    var sums = [Float](repeating: 0, count: groups.count)
    var most = 0
    for part in unit {
      guard let field = part.field else { continue }
      try QueryLimits.check(part.query, schema: searcher.schema)
      var counts = [Float](repeating: 0, count: groups.count)
      most = max(most, try count(part.query, &counts))
      guard counts.contains(where: { $0 > 0 }) else { continue }
      let lengths = try lengths(of: field)
      let average = averageLength(of: field, isRepeated: part.isRepeated)
      for place in groups.indices where counts[place] > 0 {
        let share = part.isRepeated ? 1 / Float(try size(of: groups[place])) : 1
        let norm = BM25.norm(length: lengths[place] * share, averageLength: average)
        sums[place] += part.weight * counts[place] * share * norm
      }
    }
    try compiler.fault.check()
    let weight = BM25.weight(documentFrequency: most, entryCount: groupCount)
    return (
      sums.map { (BM25.score(weight: weight, frequency: $0, norm: 1), $0) }, weight
    )
  }

  /// Adds how often a term or phrase stands in each group; in how many of all groups it does.
  private func count(
    _ query: Query, _ counts: inout [Float]
  ) throws(IndexError) -> Int {
    var frequency = 0
    for (number, segment) in searcher.segments.enumerated() {
      guard let list = try Occurrences(query, in: number, compiler) else { continue }
      var walk = GroupWalk(segment.segment.groups)
      var place = starts[number]
      let end = starts[number + 1]
      while let docID = list.next() {
        if try walk.enters(Int(docID)) { frequency += 1 }
        while place < end, groups[place].ordinal < walk.group { place += 1 }
        if place < end, groups[place].ordinal == walk.group { counts[place] += list.frequency }
      }
    }
    return frequency
  }

  private func size(of group: GroupID) throws(IndexError) -> Int {
    max(1, try searcher.segments[group.segment].segment.groups.entries(of: group.ordinal).count)
  }

  /// The lengths of a field in the groups, those of their entries added.
  private mutating func lengths(of field: FieldID) throws(IndexError) -> [Float] {
    guard let slot = compiler.slots[Int(field.rawValue)] else {
      return [Float](repeating: 0, count: groups.count)
    }
    if let known = lengths[slot] { return known }
    var found = [Float](repeating: 0, count: groups.count)
    for (place, group) in groups.enumerated() {
      let segment = searcher.segments[group.segment].segment
      let codes = try segment.lengths(slot: slot)
      var sum = 0
      for entry in try segment.groups.entries(of: group.ordinal) {
        sum += FieldLength.table[Int(codes[entry])]
      }
      found[place] = Float(sum)
    }
    lengths[slot] = found
    return found
  }

  private func averageLength(of field: FieldID, isRepeated: Bool) -> Float {
    guard let slot = compiler.slots[Int(field.rawValue)] else { return 1 }
    if isRepeated { return compiler.statistics.averageLengths[Int(field.rawValue)] ?? 1 }
    var total: UInt64 = 0
    for segment in searcher.segments { total &+= segment.segment.totalLengths[slot] }
    return BM25.averageLength(total: total, entryCount: groupCount)
  }

  /// The entries of a segment that hold a term or phrase, and how often.
  private final class Occurrences {
    private let cursor: PostingCursor?
    private let phrase: PositionalScorer?
    private let countsOnce: Bool
    private var isStarted = false

    init?(
      _ query: Query, in segment: Int, _ compiler: QueryCompiler
    ) throws(IndexError) {
      var term: Term?
      switch query {
      case .term(let own): term = own
      case .phrase(let field, let terms) where terms.count == 1:
        term = Term(field: field, bytes: terms[0].bytes)
      default: break
      }
      if let term {
        guard let info = try compiler.find(term).info(in: segment) else { return nil }
        cursor = try compiler.cursor(info, term.field, segment)
        phrase = nil
        countsOnce = !compiler.hasPositions(term.field)
        return
      }
      guard case .phrase(let field, let terms) = query,
        let scorer = try compiler.scorer(
          for: .sloppyPhrase(field: field, terms: terms, slop: 0), in: segment)
          as? PositionalScorer
      else { return nil }
      cursor = nil
      phrase = scorer
      countsOnce = false
    }

    /// Goes to the next entry.
    func next() -> UInt32? {
      if let cursor {
        cursor.next()
        return cursor.docID == PostingCursor.end ? nil : cursor.docID
      }
      guard let phrase else { return nil }
      if isStarted { phrase.next() }
      isStarted = true
      return phrase.docID == Scorer.end ? nil : phrase.docID
    }

    /// How often it stands in the entry.
    var frequency: Float {
      if countsOnce { return 1 }
      return cursor.map { Float($0.termFrequency) } ?? phrase?.found ?? 0
    }
  }
}
