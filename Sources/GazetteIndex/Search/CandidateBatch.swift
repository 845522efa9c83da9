/// Entries that match, some at a time, with what they score as far as it is known.
@safe final class CandidateBatch {
  private static let capacity = 256

  /// The entries, rising.
  let docIDs: UnsafeMutablePointer<UInt32>
  /// What they score.
  let sums: UnsafeMutablePointer<Double>
  private let bounds: UnsafeMutablePointer<Double>
  private let frequencies: UnsafeMutablePointer<UInt32>
  private let rowBounds: UnsafeMutablePointer<Double>
  /// How many there are.
  private(set) var count = 0

  /// Makes room for the frequencies of some terms beside the scores.
  init(rowCount: Int, boundCount: Int) {
    unsafe rowBounds = .allocate(capacity: Self.capacity * max(1, boundCount))
    unsafe frequencies = .allocate(capacity: Self.capacity * max(1, rowCount))
    unsafe docIDs = .allocate(capacity: Self.capacity)
    unsafe sums = .allocate(capacity: Self.capacity * 2)
    unsafe bounds = sums + Self.capacity
  }

  deinit {
    unsafe docIDs.deallocate()
    unsafe sums.deallocate()
    unsafe frequencies.deallocate()
    unsafe rowBounds.deallocate()
  }

  /// Whether no more entries fit.
  @inline(__always)
  var isFull: Bool { count == Self.capacity }

  /// Drops all entries.
  func clear() { count = 0 }

  /// Adds an entry beyond those that are there.
  @inline(__always)
  func append(_ docID: UInt32) {
    unsafe docIDs[count] = docID
    unsafe sums[count] = 0
    count += 1
  }

  /// Keeps the entries that get a score, and adds it.
  @inline(__always)
  func keep(_ score: (UInt32) -> Double?) {
    var kept = 0
    for place in 0..<count {
      let docID = unsafe docIDs[place]
      guard let score = score(docID) else { continue }
      unsafe docIDs[kept] = docID
      unsafe sums[kept] = sums[place] + score
      kept += 1
    }
    count = kept
  }

  /// Drops the entries that cannot come to a score by the bounds of the blocks in which they lie.
  ///
  /// - Parameters:
  ///   - postings: What adds to their scores.
  ///   - more: What else adds at most.
  ///   - lowest: The score.
  func prune(by postings: UnretainedRow<ImpactCursor>, more: Double, lowest: Double) {
    guard lowest > 0, more.isFinite, count > 0 else { return }
    for place in 0..<count { unsafe bounds[place] = sums[place] + more }
    for index in 0..<postings.count {
      postings.with(index) { unsafe $0.addBounds(docIDs, count, to: bounds, into: bounds) }
    }
    var kept = 0
    for place in 0..<count {
      unsafe docIDs[kept] = docIDs[place]
      unsafe sums[kept] = sums[place]
      kept += unsafe bounds[place] >= lowest ? 1 : 0
    }
    count = kept
  }

  /// The most that is still to be added to an entry, by its place.
  @inline(__always)
  func bound(of place: Int) -> Double { unsafe bounds[place] }

  /// The most that one of several adds to an entry, by its place.
  @inline(__always)
  func bound(of place: Int, by index: Int) -> Double {
    unsafe rowBounds[index &* Self.capacity &+ place]
  }

  /// Begins to note bounds.
  func beginBounds() { unsafe bounds.update(repeating: 0, count: count) }

  /// Notes one bound for all entries.
  func addBounds(_ index: Int, _ bound: Double) {
    for place in 0..<count {
      unsafe rowBounds[index &* Self.capacity &+ place] = bound
      unsafe bounds[place] += bound
    }
  }

  /// Notes what a phrase scores at most: it is in no entry more often than the rarest of the words whose frequencies are kept.
  func addBounds(
    _ index: Int, rows: [Int], weight: Float, norms: FieldNorms, lengths: ByteView
  ) {
    let row = unsafe rowBounds + index &* Self.capacity
    for place in 0..<count {
      var least = UInt32.max
      for row in rows { least = unsafe min(least, frequencies[row &* Self.capacity &+ place]) }
      var bound = 0.0
      if least > 0 {
        let norm = unsafe norms[lengths[Int(docIDs[place])]]
        bound = Double(BM25.score(weight: weight, frequency: Float(least), norm: norm))
      }
      unsafe row[place] = bound
      unsafe bounds[place] += bound
    }
  }

  /// Adds what terms score.
  ///
  /// - Parameters:
  ///   - postings: The terms.
  ///   - rows: For each of them where to keep how often it stands in the entries, if anywhere.
  func addScores(of postings: UnretainedRow<ImpactCursor>, rows: [Int?]) {
    for index in 0..<postings.count {
      let row = unsafe rows[index].map { unsafe frequencies + $0 * Self.capacity }
      postings.with(index) { postings in
        for place in 0..<count {
          let docID = unsafe docIDs[place]
          let isHeld = postings.cursor.seek(docID) == docID
          if isHeld { unsafe sums[place] += postings.score }
          if let row = unsafe row {
            unsafe row[place] = isHeld ? postings.cursor.termFrequency : 0
          }
        }
      }
    }
  }
}
