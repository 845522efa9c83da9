/// Finds the best entries of a single term: only blocks that can hold one are opened.
struct TermTopSearch {
  private let postings: ImpactCursor

  /// Prepares the search.
  init(_ postings: ImpactCursor) { self.postings = postings }

  /// Offers every entry that can be among the best.
  func run(into top: inout TopHits, segment: Int, live: LiveDocuments) {
    let cursor = postings.cursor
    var block = 0
    while block < cursor.arrays.blockCount {
      if postings.bound(of: block) >= top.lowest {
        if cursor.block != block { cursor.open(block) }
        guard cursor.docID != PostingCursor.end else { return }
        offerBlock(into: &top, segment: segment, live: live)
      }
      block += 1
    }
  }

  @inline(__always)
  private func offerBlock(into top: inout TopHits, segment: Int, live: LiveDocuments) {
    let docIDs = unsafe postings.cursor.blockDocIDs
    let scores = unsafe postings.blockScores
    for place in 0..<postings.cursor.blockLength {
      let score = unsafe Double(scores[place]) * postings.multiplicity
      if score >= top.lowest {
        unsafe top.offer(score, segment: segment, docID: docIDs[place], live: live)
      }
    }
  }
}
