/// Entries that match, some at a time, with what they score as far as it is known.
@safe final class CandidateBatch {
  private static let capacity = 256

  /// The entries, rising.
  let docIDs: UnsafeMutablePointer<UInt32>
  /// What they score.
  let sums: UnsafeMutablePointer<Double>
  private let bounds: UnsafeMutablePointer<Double>
  /// How many there are.
  private(set) var count = 0

  init() {
    unsafe docIDs = .allocate(capacity: Self.capacity)
    unsafe sums = .allocate(capacity: Self.capacity * 2)
    unsafe bounds = sums + Self.capacity
  }

  deinit {
    unsafe docIDs.deallocate()
    unsafe sums.deallocate()
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

  /// Adds what terms score.
  func addScores(of postings: UnretainedRow<ImpactCursor>) {
    for index in 0..<postings.count {
      postings.with(index) { postings in
        for place in 0..<count {
          let docID = unsafe docIDs[place]
          if postings.cursor.seek(docID) == docID { unsafe sums[place] += postings.score }
        }
      }
    }
  }
}
