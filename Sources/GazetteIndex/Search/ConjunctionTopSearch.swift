/// Finds the best entries that hold all of several terms.
///
/// The rarest term leads, block by block: a block is opened only when its bound and those of the other terms over its range
/// come together to what is needed (Ding and Suel 2011), and an entry is followed up only as long as it can still get there.
struct ConjunctionTopSearch {
  private let postings: [ImpactCursor]
  private var bounds: [Double]

  /// Prepares the search; at least two terms.
  init(_ postings: [ImpactCursor]) {
    self.postings = postings.enumerated().sorted {
      ($0.element.cursor.count, $0.offset) < ($1.element.cursor.count, $1.offset)
    }.map(\.element)
    bounds = Array(repeating: 0, count: postings.count)
  }

  /// Offers every entry that can be among the best.
  mutating func run(into top: inout TopHits, segment: Int, live: LiveDocuments) {
    let lead = postings[0]
    let arrays = lead.cursor.arrays
    var block = 0
    while block < arrays.blockCount {
      let first = block == 0 ? 0 : arrays.lastDocID(of: block - 1) &+ 1
      let bound = lead.bound(of: block)
      let last = arrays.hasBlocks ? arrays.lastDocID(of: block) : PostingCursor.end - 1
      if findBounds(first, last) + bound >= top.lowest {
        if lead.cursor.block != block { lead.cursor.open(block) }
        guard lead.cursor.docID != PostingCursor.end,
          offerBlock(into: &top, segment: segment, live: live)
        else { return }
      }
      block += 1
    }
  }

  /// The sum of the bounds of all terms but the first over a range; `bounds` holds for each what the later ones add.
  private mutating func findBounds(_ first: UInt32, _ last: UInt32) -> Double {
    var sum = 0.0
    for index in (1..<postings.count).reversed() {
      bounds[index] = sum
      sum += postings[index].bound(from: first, through: last)
    }
    bounds[0] = sum
    return sum
  }

  /// Follows up the entries of the lead's block; false when a term has come to its end.
  private func offerBlock(
    into top: inout TopHits, segment: Int, live: LiveDocuments
  ) -> Bool {
    let lead = postings[0]
    let docIDs = unsafe lead.cursor.blockDocIDs
    let scores = unsafe lead.blockScores
    let count = lead.cursor.blockLength
    var place = 0
    while place < count {
      let docID = unsafe docIDs[place]
      var sum = unsafe Double(scores[place]) * lead.multiplicity
      place += 1
      guard sum + bounds[0] >= top.lowest else { continue }
      var index = 1
      while index < postings.count {
        let other = postings[index]
        other.cursor.advance(to: docID)
        let found = other.cursor.docID
        if found != docID {
          if found == PostingCursor.end { return false }
          while place < count, unsafe docIDs[place] < found { place += 1 }
          break
        }
        sum += other.score
        guard sum + bounds[index] >= top.lowest else { break }
        index += 1
      }
      if index == postings.count {
        top.offer(sum, segment: segment, docID: docID, live: live)
      }
    }
    return true
  }
}
