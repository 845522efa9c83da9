/// Finds the best entries that hold all of several terms.
///
/// The rarest term leads, block by block: a block is opened only when its bound and those of the other terms over its range
/// come together to what is needed (Ding and Suel 2011), and an entry is followed up only as long as it can still get there.
struct ConjunctionTopSearch {
  private let postings: UnretainedRow<ImpactCursor>
  private var bounds: [Double]

  /// Prepares the search; at least two terms.
  init(_ postings: [ImpactCursor]) {
    let order = postings.enumerated().sorted {
      ($0.element.cursor.count, $0.offset) < ($1.element.cursor.count, $1.offset)
    }
    self.postings = UnretainedRow(order.map(\.element))
    bounds = Array(repeating: 0, count: postings.count)
  }

  /// Offers every entry that can be among the best.
  mutating func run(into top: inout TopHits, segment: Int, live: LiveDocuments) {
    let lead = postings.all[0]
    let arrays = lead.cursor.arrays
    var block = 0
    while block < arrays.blockCount {
      let first = block == 0 ? 0 : arrays.lastDocID(of: block - 1) &+ 1
      let bound = lead.bound(of: block)
      let last = arrays.hasBlocks ? arrays.lastDocID(of: block) : PostingCursor.end - 1
      if findBounds(first, last) + bound >= top.lowest {
        if lead.cursor.block != block { lead.cursor.open(block) }
        guard lead.cursor.docID != PostingCursor.end,
          offerBlock(lead, into: &top, segment: segment, live: live)
        else { return }
      }
      block += 1
    }
  }

  /// The sum of the bounds of all terms but the first over a range.
  private func findBounds(_ first: UInt32, _ last: UInt32) -> Double {
    var sum = 0.0
    for index in 1..<postings.count {
      sum += postings.with(index) { $0.bound(from: first, through: last) }
    }
    return sum
  }

  /// The sum of the bounds of the blocks of all terms but the first that hold an entry, and the last entry for which they
  /// hold; `bounds` says for each term what the later ones add.
  private mutating func findBounds(at docID: UInt32) -> (sum: Double, last: UInt32) {
    var sum = 0.0
    var last = PostingCursor.end
    for index in (1..<postings.count).reversed() {
      bounds[index] = sum
      let (bound, end) = postings.with(index) { $0.shallowBound(at: docID) }
      sum += bound
      last = min(last, end)
    }
    return (sum, last)
  }

  /// Follows up the entries of the lead's block; false when a term has come to its end.
  private mutating func offerBlock(
    _ lead: ImpactCursor, into top: inout TopHits, segment: Int, live: LiveDocuments
  ) -> Bool {
    let docIDs = unsafe lead.cursor.blockDocIDs
    let scores = unsafe lead.blockScores
    let count = lead.cursor.blockLength
    let best = lead.bound(of: lead.cursor.block)
    var others = 0.0
    var end: UInt32 = 0
    var place = 0
    while place < count {
      let docID = unsafe docIDs[place]
      if docID > end || place == 0 {
        (others, end) = findBounds(at: docID)
        if best + others < top.lowest {
          guard end < lead.cursor.blockLast else { return true }
          while place < count, unsafe docIDs[place] <= end { place += 1 }
          continue
        }
      }
      let score = unsafe Double(scores[place]) * lead.multiplicity
      place += 1
      guard score + others >= top.lowest else { continue }
      guard let next = follow(docID, score, &top, segment, live) else { return false }
      while place < count, unsafe docIDs[place] < next { place += 1 }
    }
    return true
  }

  /// Looks an entry up in all terms but the first, as long as it can get among the best; the entry from which to go on,
  /// `nil` when a term has come to its end.
  private func follow(
    _ docID: UInt32, _ score: Double, _ top: inout TopHits, _ segment: Int, _ live: LiveDocuments
  ) -> UInt32? {
    var sum = score
    for index in 1..<postings.count {
      let found = postings.with(index) { other in
        other.cursor.advance(to: docID)
        if other.cursor.docID == docID { sum += other.score }
        return other.cursor.docID
      }
      if found != docID { return found == PostingCursor.end ? nil : found }
      if sum + bounds[index] < top.lowest { return docID }
    }
    top.offer(sum, segment: segment, docID: docID, live: live)
    return docID
  }
}
