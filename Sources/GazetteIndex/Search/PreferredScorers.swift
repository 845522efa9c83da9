/// What only adds to the score of an entry that matches, in one segment: mostly phrases of the words that are required.
///
/// A phrase is in no entry more often than the rarest of its words. Where the words themselves are scored, their frequencies tell
/// what it can add, and its positions are looked at only where that would bring the entry among the best.
struct PreferredScorers {
  /// What is known of a phrase without a look at it.
  private struct FrequencyBound {
    /// The rows of a batch that hold the frequencies of its words.
    let rows: [Int]
    let weight: Float
    let norms: FieldNorms
    let lengths: ByteView
  }

  /// How many scorers there are.
  var count: Int { scorers.count }

  private let scorers: ScorerList
  private let bounds: [FrequencyBound?]
  private let isBounded: [Bool]
  /// What each scorer adds at most.
  private let greatest: [Double]
  /// Whether each may take from a score: it is asked then wherever the score counts.
  private let lowers: [Bool]
  private let anyLowers: Bool
  /// What all together add at most.
  let greatestSum: Double

  /// Opens the parts of a query; terms are left to those who score them.
  ///
  /// - Parameters:
  ///   - parts: The parts.
  ///   - compiler: What makes scorers.
  ///   - segment: The segment.
  ///   - rows: Where the frequencies of terms are kept.
  /// - Throws: `IndexError` when the index is damaged.
  init(
    _ parts: [ConjunctiveQuery.Part], _ compiler: QueryCompiler, in segment: Int,
    rows: [Term: Int]
  ) throws(IndexError) {
    var scorers: [Scorer] = []
    var bounds: [FrequencyBound?] = []
    for part in parts {
      for (query, factor) in part.others {
        guard let scorer = try Self.scorer(query, factor, compiler, segment) else { continue }
        scorers.append(scorer)
        bounds.append(try Self.bound(query, scorer, compiler, segment, rows))
      }
    }
    self.scorers = ScorerList(scorers)
    self.bounds = bounds
    isBounded = bounds.map { $0 != nil }
    greatest = scorers.map { max(0, $0.greatestScore) }
    lowers = scorers.map(\.mayLower)
    anyLowers = lowers.contains(true)
    greatestSum = greatest.reduce(0, +)
  }

  private static func scorer(
    _ query: Query, _ factor: Float, _ compiler: QueryCompiler, _ segment: Int
  ) throws(IndexError) -> Scorer? {
    guard case .phrase(let field, let terms) = query else {
      return try compiler.scorer(for: query, in: segment, factor: factor)
    }
    return try compiler.phraseScorer(field, terms, segment, factor, isOnlySought: true)
  }

  private static func bound(
    _ query: Query, _ scorer: Scorer, _ compiler: QueryCompiler, _ segment: Int,
    _ rows: [Term: Int]
  ) throws(IndexError) -> FrequencyBound? {
    guard case .phrase(let field, let terms) = query,
      let norms = compiler.statistics.norms[Int(field.rawValue)],
      let lengths = try compiler.lengths(of: field, in: segment)
    else { return nil }
    let known = Set(terms.compactMap { rows[Term(field: field, bytes: $0.bytes)] }).sorted()
    guard !known.isEmpty else { return nil }
    return FrequencyBound(
      rows: known, weight: Float(scorer.greatestScore), norms: norms, lengths: lengths)
  }

  /// Notes in a batch what each scorer adds to its entries at most.
  func addBounds(to batch: CandidateBatch) {
    batch.beginBounds()
    for index in 0..<scorers.count {
      guard let bound = bounds[index] else {
        batch.addBounds(index, greatest[index])
        continue
      }
      batch.addBounds(
        index, rows: bound.rows, weight: bound.weight, norms: bound.norms, lengths: bound.lengths)
    }
  }

  /// An entry's score with what is preferred, as far as it matters whether it comes to a score.
  ///
  /// The entries must rise.
  ///
  /// - Parameters:
  ///   - batch: The batch with what the terms give its entries, and with bounds.
  ///   - place: The place of the entry in the batch.
  ///   - lowest: The score; what cannot come to it may get less than is its due.
  /// - Returns: The sum.
  func score(_ batch: CandidateBatch, _ place: Int, lowest: Double) -> Double {
    var sum = unsafe batch.sums[place]
    var left = batch.bound(of: place)
    guard scorers.count > 0, left > 0 || anyLowers, sum + left >= lowest else { return sum }
    let docID = unsafe batch.docIDs[place]
    for index in 0..<scorers.count {
      guard sum + left >= lowest else { return sum }
      let own = batch.bound(of: place, by: index)
      guard own > 0 || lowers[index] else { continue }
      if left.isFinite { left -= own }
      // What is known of a phrase's words has been looked at.
      let needed = isBounded[index] || lowers[index] ? -.infinity : lowest - sum - left
      if scorers.seek(index, docID, reaching: needed) {
        sum += scorers.score(index)
      }
    }
    return sum
  }
}
