extension PostingCursor {
  /// Opens the block that holds an entry if the list does; false when the list ends before.
  @inline(__always)
  func reach(_ target: UInt32) -> Bool {
    if block < 0 || target > blockLast { open(arrays.block(from: block + 1, reaching: target)) }
    // Only a damaged list goes on: its arrays promised more than the block holds.
    while docID != Self.end, blockLast < target { open(block + 1) }
    return docID != Self.end
  }

  /// Keeps the entries of a batch, from a place on up to the end of the block, that are in the block, and notes where; the
  /// place after them, and how many entries of the batch are kept now.
  @inline(__always)
  func keep(_ batch: ConjunctionBatch, from place: Int, kept: Int) -> (next: Int, kept: Int) {
    if !hasDocIDs, let bitSet { return keep(batch, in: bitSet, from: place, kept: kept) }
    let count = batch.count
    let (docIDs, sums, origins) = unsafe (batch.docIDs, batch.sums, batch.origins)
    let places = unsafe batch.places
    let numbers = unsafe memory.docIDs
    let (last, length) = (blockLast, blockLength)
    var (next, kept, at) = (place, kept, max(0, index))
    while next < count {
      let docID = unsafe docIDs[next]
      guard docID <= last else { break }
      at = unsafe Self.place(of: docID, in: numbers, from: at, count: length)
      guard at < length else { break }
      unsafe docIDs[kept] = docID
      unsafe sums[kept] = sums[next]
      unsafe origins[kept] = origins[next]
      unsafe places[kept] = UInt32(truncatingIfNeeded: at)
      kept += unsafe numbers[at] == docID ? 1 : 0
      next += 1
    }
    if at < length { stand(at: at) }
    return (max(next, place + 1), kept)
  }

  /// The first of rising numbers, from a place on, that is not below another: by eights, then by halves.
  ///
  /// To go by halves from the start was slower: every step of it is as likely to be guessed wrong as right.
  @inline(__always)
  static func place(
    of target: UInt32, in numbers: UnsafePointer<UInt32>, from start: Int, count: Int
  ) -> Int {
    var at = start
    while at &+ 8 <= count {
      if unsafe numbers[at &+ 7] >= target {
        at = unsafe at &+ (numbers[at &+ 3] < target ? 4 : 0)
        at = unsafe at &+ (numbers[at &+ 1] < target ? 2 : 0)
        return unsafe at &+ (numbers[at] < target ? 1 : 0)
      }
      at = at &+ 8
    }
    while at < count, unsafe numbers[at] < target { at += 1 }
    return at
  }

  @inline(__always)
  private func keep(
    _ batch: ConjunctionBatch, in bitSet: BlockBitSet, from place: Int, kept: Int
  ) -> (next: Int, kept: Int) {
    let count = batch.count
    let (docIDs, sums, origins) = unsafe (batch.docIDs, batch.sums, batch.origins)
    let first = kept
    let (base, last, wordCount) = (bitSet.base, blockLast, bitSet.wordCount)
    var (next, kept) = (place, kept)
    while next < count {
      let docID = unsafe docIDs[next]
      guard docID <= last else { break }
      let offset = docID &- base
      let number = Int(offset >> 6)
      let word = number < wordCount ? bitSet.word(number) : 0
      unsafe docIDs[kept] = docID
      unsafe sums[kept] = sums[next]
      unsafe origins[kept] = origins[next]
      kept = kept &+ Int(truncatingIfNeeded: word &>> UInt64(offset & 63) & 1)
      next += 1
    }
    rank(batch, first..<kept, in: bitSet)
    return (next, kept)
  }

  /// Notes the places of entries that are in a set of bits, counting on from the word up to which was counted before.
  @inline(__always)
  private func rank(_ batch: ConjunctionBatch, _ range: Range<Int>, in bitSet: BlockBitSet) {
    guard !range.isEmpty else { return }
    let (docIDs, places) = unsafe (batch.docIDs, batch.places)
    var (ranked, before) = (rankedWords, rankBefore)
    for index in range {
      let offset = unsafe docIDs[index] &- bitSet.base
      let number = Int(offset >> 6)
      if number < ranked { (ranked, before) = (0, 0) }
      while ranked < number {
        before &+= bitSet.word(ranked).nonzeroBitCount
        ranked &+= 1
      }
      let below: UInt64 = (1 &<< UInt64(offset & 63)) &- 1
      let rank = before &+ (bitSet.word(number) & below).nonzeroBitCount
      unsafe places[index] = UInt32(truncatingIfNeeded: min(rank, blockLength &- 1))
    }
    (rankedWords, rankBefore) = (ranked, before)
  }
}
