/// Entries of a block of the leading term that are followed up side by side, term after term.
///
/// What is still followed up stands at the front. Bounds are kept by the places at which the entries stood when they were
/// found.
@safe final class ConjunctionBatch {
  /// The entries, rising.
  let docIDs: UnsafeMutablePointer<UInt32>
  /// What the terms that have been looked at give each entry.
  let sums: UnsafeMutablePointer<Double>
  /// Where each entry stood when bounds were found.
  let origins: UnsafeMutablePointer<UInt32>
  /// Where each entry stands in the block of the term at hand.
  let places: UnsafeMutablePointer<UInt32>
  /// Room for a number for each entry.
  let products: UnsafeMutablePointer<Float>
  /// How many entries there are.
  var count = 0

  /// For each term but the last, what the later ones give each entry at most.
  private let rests: UnsafeMutablePointer<Double>
  private let termCount: Int
  private var hasBounds = false
  private static let capacity = PostingFormat.blockSize

  /// Makes room for what is looked up in some terms, the leading one counted.
  init(termCount: Int) {
    let capacity = Self.capacity
    self.termCount = termCount
    unsafe sums = .allocate(capacity: capacity * termCount)
    unsafe rests = sums + capacity
    unsafe docIDs = .allocate(capacity: capacity * 3)
    unsafe origins = docIDs + capacity
    unsafe places = origins + capacity
    unsafe products = .allocate(capacity: capacity)
  }

  deinit {
    unsafe sums.deallocate()
    unsafe docIDs.deallocate()
    unsafe products.deallocate()
  }

  /// Takes up the postings of a part of the leading term's block that, with the most the others give, score enough.
  func begin(_ lead: ImpactCursor, _ range: Range<Int>, others: Double, lowest: Double) {
    let source = unsafe lead.cursor.blockDocIDs
    let scores = unsafe lead.blockScores
    let multiplicity = lead.multiplicity
    let (docIDs, sums) = unsafe (docIDs, sums)
    var kept = 0
    for place in range {
      let sum = unsafe Double(scores[place]) * multiplicity
      unsafe docIDs[kept] = source[place]
      unsafe sums[kept] = sum
      kept += sum + others >= lowest ? 1 : 0
    }
    count = kept
    hasBounds = false
  }

  /// Finds what the terms but the first give each entry at most, and drops the entries that cannot score enough.
  func findBounds(_ postings: UnretainedRow<ImpactCursor>, lowest: Double) {
    let capacity = Self.capacity
    var later = unsafe rests + (termCount - 1) * capacity
    for term in (1..<termCount).reversed() {
      let row = unsafe rests + (term - 1) * capacity
      // The last row of bounds has none to add to.
      let isLast = term == termCount - 1
      postings.with(term) {
        unsafe $0.addBounds(docIDs, count, to: isLast ? nil : later, into: row)
      }
      unsafe later = row
    }
    hasBounds = true
    var kept = 0
    for place in 0..<count {
      unsafe docIDs[kept] = docIDs[place]
      unsafe sums[kept] = sums[place]
      unsafe origins[kept] = UInt32(truncatingIfNeeded: place)
      kept += unsafe sums[kept] + rests[place] >= lowest ? 1 : 0
    }
    count = kept
  }

  /// Drops the entries that cannot score enough any more after a term, not the last.
  func prune(after term: Int, lowest: Double) {
    guard hasBounds, term < termCount - 1 else { return }
    let rests = unsafe rests + term * Self.capacity
    var kept = 0
    for place in 0..<count {
      let origin = unsafe origins[place]
      unsafe docIDs[kept] = docIDs[place]
      unsafe sums[kept] = sums[place]
      unsafe origins[kept] = origin
      kept += unsafe sums[kept] + rests[Int(origin)] >= lowest ? 1 : 0
    }
    count = kept
  }
}
