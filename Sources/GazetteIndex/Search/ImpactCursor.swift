/// The postings of one term with what they score, and bounds on it: the unit of pruned search.
///
/// Opened, it stands before the first posting, as its cursor does.
@safe final class ImpactCursor {
  /// Where the postings come from.
  let cursor: PostingCursor
  /// How often the term stands in the query: its scores count as often.
  let multiplicity: Double

  private let weight: Float
  private let norms: FieldNorms?
  private let lengths: ByteView?
  /// What every posting of a keyword field scores.
  private let keywordScore: Float
  private let scores: UnsafeMutablePointer<Float>
  private var scoredBlock = -1
  private var bounds: BlockBounds

  /// Puts scores to a cursor; without norms and lengths for a keyword field.
  init(
    _ cursor: PostingCursor, weight: Float, norms: FieldNorms?, lengths: ByteView?,
    multiplicity: Int
  ) {
    self.cursor = cursor
    self.weight = weight
    self.norms = norms
    self.lengths = lengths
    self.multiplicity = Double(multiplicity)
    keywordScore = BM25.score(weight: weight, frequency: 1, norm: BM25.keywordNorm)
    unsafe scores = cursor.memory.scores
    if norms == nil || lengths == nil {
      unsafe scores.update(repeating: keywordScore, count: PostingFormat.blockSize)
    }
    bounds = BlockBounds(cursor.arrays, weight: weight, norms: norms, memory: cursor.memory)
  }

  /// What the best posting of some number scores at least, all other terms left out.
  func floor(limit: Int) -> Float {
    guard let norms, let floors = cursor.arrays.floors else { return 0 }
    return ScoreFloors.floor(floors, limit: limit, weight: weight, norms: norms)
  }

  /// The most that a posting of a block scores.
  ///
  /// The only block of a short list is opened for it, when the cursor stands before it.
  @inline(__always)
  func bound(of block: Int) -> Double {
    Double(bounds[block] ?? boundOfOnlyBlock()) * multiplicity
  }

  private func boundOfOnlyBlock() -> Float {
    if cursor.block < 0 { cursor.next() }
    let scores = unsafe blockScores
    var best: Float = 0
    for place in 0..<cursor.blockLength { best = unsafe max(best, scores[place]) }
    bounds.keep(best)
    return best
  }

  /// Adds to numbers, zeros when there are none, the most that the posting of each of some rising entries scores.
  ///
  /// The entries asked for must rise from call to call too.
  func addBounds(
    _ docIDs: UnsafePointer<UInt32>, _ count: Int, to numbers: UnsafePointer<Double>?,
    into sums: UnsafeMutablePointer<Double>
  ) {
    let arrays = cursor.arrays
    var place = 0
    while place < count {
      var bound = 0.0
      var end = count
      if !arrays.hasBlocks {
        bound = self.bound(of: 0)
      } else if let block = unsafe bounds.block(reaching: docIDs[place]) {
        bound = self.bound(of: block)
        let last = arrays.lastDocID(of: block)
        end = place + 1
        while end < count, unsafe docIDs[end] <= last { end += 1 }
      }
      if let numbers = unsafe numbers {
        for index in place..<end { unsafe sums[index] = numbers[index] + bound }
      } else {
        for index in place..<end { unsafe sums[index] = bound }
      }
      place = end
    }
  }

  /// The most that a posting of a range of entries scores; 0 where there can be none.
  ///
  /// The ranges asked for must rise.
  func bound(from first: UInt32, through last: UInt32) -> Double {
    let arrays = cursor.arrays
    guard arrays.hasBlocks else {
      if cursor.block < 0 { cursor.next() }
      let bound = bound(of: 0)
      return cursor.blockLast < first || cursor.docID > last ? 0 : bound
    }
    guard var block = bounds.block(reaching: first) else { return 0 }
    var best = 0.0
    while block < arrays.blockCount {
      best = max(best, bound(of: block))
      if arrays.lastDocID(of: block) >= last { break }
      block += 1
    }
    return best
  }

  /// What each posting of the current block scores, the multiplicity not counted.
  @inline(__always)
  var blockScores: UnsafePointer<Float> {
    if scoredBlock != cursor.block { scoreBlock() }
    return unsafe UnsafePointer(scores)
  }

  private func scoreBlock() {
    scoredBlock = cursor.block
    guard let norms, let lengths else { return }
    let count = cursor.blockLength
    let docIDs = unsafe cursor.blockDocIDs
    let frequencies = unsafe cursor.blockFrequencies
    guard count > 0, unsafe Int(docIDs[count - 1]) < lengths.count else {
      return unsafe scores.update(repeating: 0, count: PostingFormat.blockSize)
    }
    // First what must be gathered, then what can be computed side by side.
    for place in 0..<count {
      unsafe scores[place] = norms[lengths.base[Int(docIDs[place])]]
    }
    for place in 0..<count {
      let product = unsafe Float(Int32(truncatingIfNeeded: frequencies[place])) * scores[place]
      unsafe scores[place] = weight - weight / (1 + product)
    }
  }

  /// What the current posting scores.
  @inline(__always)
  var score: Double {
    guard let norms, let lengths else { return Double(keywordScore) * multiplicity }
    if scoredBlock == cursor.block {
      return unsafe Double(scores[cursor.blockIndex]) * multiplicity
    }
    let score = BM25.score(
      weight: weight, frequency: Float(cursor.termFrequency),
      norm: norms[lengths[Int(cursor.docID)]])
    return Double(score) * multiplicity
  }

  /// Keeps those entries of a batch that hold the term, and adds what it scores; false when the term has come to its end.
  func match(_ batch: ConjunctionBatch) -> Bool {
    let count = batch.count
    var place = 0
    var kept = 0
    while place < count {
      guard unsafe cursor.reach(batch.docIDs[place]) else { break }
      let first = kept
      (place, kept) = cursor.keep(batch, from: place, kept: kept)
      if kept > first { addScores(batch, first..<kept) }
    }
    batch.count = kept
    return cursor.docID != PostingCursor.end
  }

  /// Adds what the postings of the block at the places of a batch score.
  @inline(__always)
  private func addScores(_ batch: ConjunctionBatch, _ range: Range<Int>) {
    let sums = unsafe batch.sums
    guard let norms, let lengths else {
      let score = Double(keywordScore) * multiplicity
      for index in range { unsafe sums[index] += score }
      return
    }
    guard Int(cursor.blockLast) < lengths.count else { return }
    let frequencies = unsafe cursor.blockFrequencies
    let (docIDs, places, products) = unsafe (batch.docIDs, batch.places, batch.products)
    // First what must be gathered, then what can be computed side by side.
    for index in range {
      let norm = unsafe norms[lengths.base[Int(docIDs[index])]]
      let frequency = unsafe Int32(truncatingIfNeeded: frequencies[Int(places[index])])
      unsafe products[index] = Float(frequency) * norm
    }
    let (weight, multiplicity) = (weight, multiplicity)
    for index in range {
      let score = unsafe weight - weight / (1 + products[index])
      unsafe sums[index] += Double(score) * multiplicity
    }
  }
}
