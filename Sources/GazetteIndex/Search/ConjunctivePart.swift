/// A part of a conjunctive query in one segment: any of its terms and scorers.
///
/// What an entry scores comes from cursors of its own, which follow those that find the matches.
final class ConjunctivePart {
  /// The lists of the terms, from the longest to the shortest: most entries that hold any are in the longest.
  private let lists: UnretainedRow<PostingCursor>
  private let scorers: ScorerList
  /// The terms of the lists.
  let terms: Set<Term>
  /// How many postings the lists have.
  let postingCount: Int

  /// Opens a part; without entries when no entry of the segment holds any of it.
  init(
    _ part: ConjunctiveQuery.Part, _ compiler: QueryCompiler, in segment: Int
  ) throws(IndexError) {
    var opened: [PostingCursor] = []
    var terms: Set<Term> = []
    for leaf in part.leaves where !terms.contains(leaf.term) {
      guard let info = try compiler.find(leaf.term).info(in: segment) else { continue }
      terms.insert(leaf.term)
      opened.append(try compiler.cursor(info, leaf.term.field, segment))
    }
    let order = opened.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    lists = UnretainedRow(order.map(\.element))
    self.terms = terms
    postingCount = opened.reduce(0) { $0 + $1.count }
    var scorers: [Scorer] = []
    for (query, factor) in part.others {
      if let scorer = try compiler.scorer(for: query, in: segment, factor: factor) {
        scorers.append(scorer)
      }
    }
    self.scorers = ScorerList(scorers)
  }

  /// Whether no entry of the segment matches.
  var isEmpty: Bool { lists.count == 0 && scorers.count == 0 }

  /// Whether posting lists are all there is.
  var isOfLists: Bool { scorers.count == 0 }

  /// The first entry from one on that the lists hold.
  func first(from target: UInt32) -> UInt32 {
    var least = PostingCursor.end
    for index in 0..<lists.count {
      least = lists.with(index) {
        $0.advance(to: target)
        return min(least, $0.docID)
      }
    }
    return least
  }

  /// Adds the entries of the lists to the window of a set.
  func add(to set: EntrySet) {
    for index in 0..<lists.count { lists.with(index) { $0.add(to: set) } }
  }

  /// Whether one of the lists holds an entry; the entries sought must rise.
  @inline(__always)
  func holds(_ docID: UInt32) -> Bool {
    var index = 0
    while index < lists.count {
      if lists.with(index, { $0.seek(docID) }) == docID { return true }
      index += 1
    }
    return false
  }

  /// Whether an entry matches; the entries sought must rise.
  func matches(_ docID: UInt32) -> Bool {
    if holds(docID) { return true }
    for index in 0..<scorers.count where scorers.seek(index, docID, reaching: -.infinity) {
      return true
    }
    return false
  }

  /// What the scorers give an entry that matches; to be asked after `matches`, by rising entry.
  func score(at docID: UInt32) -> Double {
    var sum = 0.0
    for index in 0..<scorers.count where scorers.seek(index, docID, reaching: -.infinity) {
      sum += scorers.score(index)
    }
    return sum
  }
}
