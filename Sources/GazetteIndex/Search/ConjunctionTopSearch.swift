/// Finds the best entries that hold all of several terms.
///
/// The rarest term leads, block by block: a block is opened only when its bound and those of the other terms over its range
/// come together to what is needed (Ding and Suel 2011). Its entries are followed up side by side, term after term, each only
/// as long as it can still get there.
struct ConjunctionTopSearch {
  private let postings: UnretainedRow<ImpactCursor>
  /// How many entries are followed up at a time as long as anything can get among the best.
  private var batchSize = 16

  /// Prepares the search; at least two terms.
  init(_ postings: [ImpactCursor]) {
    let order = postings.enumerated().sorted {
      ($0.element.cursor.count, $0.offset) < ($1.element.cursor.count, $1.offset)
    }
    self.postings = UnretainedRow(order.map(\.element))
  }

  /// Offers every entry that can be among the best.
  mutating func run(into top: inout TopHits, segment: Int, live: LiveDocuments) {
    let lead = postings.all[0]
    let arrays = lead.cursor.arrays
    let batch = ConjunctionBatch(termCount: postings.count)
    var block = 0
    while block < arrays.blockCount {
      let first = block == 0 ? 0 : arrays.lastDocID(of: block - 1) &+ 1
      let bound = lead.bound(of: block)
      let last = arrays.hasBlocks ? arrays.lastDocID(of: block) : PostingCursor.end - 1
      // As long as anything can get among the best, and for a lead of one block, bounds over its range tell nothing.
      let isHopeful = top.lowest <= 0 || !arrays.hasBlocks
      let others = isHopeful ? .infinity : findBounds(first, last)
      if others + bound >= top.lowest {
        if lead.cursor.block != block { lead.cursor.open(block) }
        guard lead.cursor.docID != PostingCursor.end,
          offerBlock(lead, batch, others: others, into: &top, segment: segment, live: live)
        else { return }
      }
      block += 1
    }
  }

  /// Up to how many postings of the rarest term it is cheaper to count and score in one walk.
  static let shortLead = 2048

  /// How many postings the rarest term has.
  var leadCount: Int { postings.all[0].cursor.count }

  /// Offers every entry that holds all terms; how many those are.
  func countAll(into top: inout TopHits, segment: Int, live: LiveDocuments) -> Int {
    let lead = postings.all[0]
    var total = 0
    lead.cursor.next()
    while lead.cursor.docID != PostingCursor.end {
      let docID = lead.cursor.docID
      var furthest = docID
      var index = 1
      while index < postings.count, furthest == docID {
        furthest = postings.with(index) { $0.cursor.seek(docID) }
        index += 1
      }
      if furthest != docID {
        lead.cursor.advance(to: furthest)
        continue
      }
      if !live.isDeleted(entry: Int(docID)) {
        total += 1
        var sum = lead.score
        for index in 1..<postings.count { sum += postings.with(index) { $0.score } }
        if sum >= top.lowest {
          top.offer(sum, segment: segment, docID: docID, live: live)
        }
      }
      lead.cursor.next()
    }
    return total
  }

  /// The sum of the bounds of all terms but the first over a range.
  private func findBounds(_ first: UInt32, _ last: UInt32) -> Double {
    var sum = 0.0
    for index in 1..<postings.count {
      sum += postings.with(index) { $0.bound(from: first, through: last) }
    }
    return sum
  }

  /// Follows up the entries of the lead's block, to which the other terms add no more than told; false when a term has come
  /// to its end.
  private mutating func offerBlock(
    _ lead: ImpactCursor, _ batch: ConjunctionBatch, others: Double, into top: inout TopHits,
    segment: Int, live: LiveDocuments
  ) -> Bool {
    let count = lead.cursor.blockLength
    var place = 0
    while place < count {
      // As long as anything can get among the best, a few entries at a time.
      let isHopeful = top.lowest <= 0
      let end = isHopeful ? min(count, place + batchSize) : count
      if isHopeful { batchSize = min(batchSize * 2, PostingFormat.blockSize) }
      batch.begin(lead, place..<end, others: others, lowest: top.lowest)
      place = end
      if !isHopeful, batch.count > 0 { batch.findBounds(postings, lowest: top.lowest) }
      guard follow(batch, into: &top, segment: segment, live: live) else { return false }
    }
    return true
  }

  /// Looks entries up in all terms but the first, as long as they can get among the best; false when a term has come to its
  /// end.
  private func follow(
    _ batch: ConjunctionBatch, into top: inout TopHits, segment: Int, live: LiveDocuments
  ) -> Bool {
    var goesOn = true
    for index in 1..<postings.count {
      guard batch.count > 0 else { return goesOn }
      if !postings.with(index, { $0.match(batch) }) { goesOn = false }
      batch.prune(after: index, lowest: top.lowest)
    }
    for place in 0..<batch.count {
      let sum = unsafe batch.sums[place]
      if sum >= top.lowest {
        top.offer(sum, segment: segment, docID: unsafe batch.docIDs[place], live: live)
      }
    }
    return goesOn
  }
}
