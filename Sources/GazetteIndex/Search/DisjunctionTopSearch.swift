/// Finds the best entries that hold at least one of several terms.
///
/// Goes through the entries in windows (MaxScore, Turtle and Flood 1995, with the bounds of the blocks in each window, as in
/// Lucene): the terms whose bounds together do not reach what is needed are looked up only for entries that the others
/// bring near it. Terms that only add to the score of a match are never among those.
@safe struct DisjunctionTopSearch: ~Copyable {
  /// How many entries a window has.
  static let windowSize = 4096

  private let postings: UnretainedRow<ImpactCursor>
  private let addingCount: Int
  private let entryCount: Int
  private let sums: UnsafeMutablePointer<Double>
  private let matches: UnsafeMutablePointer<UInt64>
  /// The terms that only add to a score, then the others; both by rising bound in the window.
  private var order: [Int]
  private var bounds: [Double]
  /// For each place in the order what the terms before it add at most.
  private var before: [Double]

  /// Prepares the search; at least one term that makes a match.
  init(_ matching: [ImpactCursor], adding: [ImpactCursor] = [], entryCount: Int) {
    let postings = adding + matching
    self.postings = UnretainedRow(postings)
    addingCount = adding.count
    self.entryCount = entryCount
    unsafe sums = .allocate(capacity: Self.windowSize)
    unsafe sums.initialize(repeating: 0, count: Self.windowSize)
    unsafe matches = .allocate(capacity: Self.windowSize / 64)
    unsafe matches.initialize(repeating: 0, count: Self.windowSize / 64)
    order = Array(postings.indices)
    bounds = Array(repeating: 0, count: postings.count)
    before = Array(repeating: 0, count: postings.count + 1)
  }

  deinit {
    unsafe sums.deallocate()
    unsafe matches.deallocate()
  }

  /// Offers every entry that can be among the best.
  mutating func run(into top: inout TopHits, segment: Int, live: LiveDocuments) {
    var start = 0
    while start < entryCount {
      let first = UInt32(start)
      let last = UInt32(min(start + Self.windowSize, entryCount) - 1)
      let essential = prepare(first, last, lowest: top.lowest)
      if essential == postings.count - 1 {
        followOne(first, last, &top, segment, live)
      } else if essential < postings.count {
        collect(essential, first, last, lowest: top.lowest)
        followSums(essential, first, &top, segment, live)
      }
      start += Self.windowSize
    }
  }

  /// Finds the bounds of the window; the place in the order from which on terms are essential.
  private mutating func prepare(_ first: UInt32, _ last: UInt32, lowest: Double) -> Int {
    for index in 0..<postings.count {
      bounds[index] = postings.with(index) { $0.bound(from: first, through: last) }
    }
    // From window to window the order changes little.
    for place in order.indices.dropFirst() {
      let lowest = place < addingCount ? 0 : addingCount
      var at = place
      while at > lowest, bounds[order[at - 1]] > bounds[order[at]] {
        order.swapAt(at - 1, at)
        at -= 1
      }
    }
    var essential = addingCount
    for place in order.indices {
      before[place + 1] = before[place] + bounds[order[place]]
      if before[place + 1] < lowest { essential = max(essential, place + 1) }
    }
    return essential
  }

  /// Goes through the only essential term.
  private func followOne(
    _ first: UInt32, _ last: UInt32, _ top: inout TopHits, _ segment: Int, _ live: LiveDocuments
  ) {
    let place = postings.count - 1
    let term = postings.all[order[place]]
    let cursor = term.cursor
    let others = before[place]
    cursor.advance(to: first)
    while cursor.docID <= last, cursor.docID != PostingCursor.end {
      if cursor.arrays.hasBlocks, term.bound(of: cursor.block) + others < top.lowest {
        guard cursor.blockLast < last else { return }
        cursor.open(cursor.block + 1)
        continue
      }
      var index = cursor.blockIndex
      let docIDs = unsafe cursor.blockDocIDs
      let scores = unsafe term.blockScores
      let count = cursor.blockLength
      while index < count {
        let docID = unsafe docIDs[index]
        guard docID <= last else { return }
        let score = unsafe Double(scores[index]) * term.multiplicity
        if score + others >= top.lowest {
          follow(docID, score, place, &top, segment, live)
        }
        index += 1
      }
      cursor.open(cursor.block + 1)
    }
  }

  /// Adds up what the essential terms give the entries of the window.
  private func collect(_ essential: Int, _ first: UInt32, _ last: UInt32, lowest: Double) {
    let all = before[postings.count]
    for place in essential..<postings.count {
      let term = postings.all[order[place]]
      let cursor = term.cursor
      let rest = all - bounds[order[place]]
      cursor.advance(to: first)
      while cursor.docID <= last, cursor.docID != PostingCursor.end {
        if cursor.arrays.hasBlocks, term.bound(of: cursor.block) + rest < lowest {
          guard cursor.blockLast < last else { break }
          cursor.open(cursor.block + 1)
          continue
        }
        let index = cursor.blockIndex
        let docIDs = unsafe cursor.blockDocIDs
        let scores = unsafe term.blockScores
        let count = cursor.blockLength
        var end = count
        if cursor.blockLast > last {
          end = index
          while end < count, unsafe docIDs[end] <= last { end += 1 }
        }
        let multiplicity = term.multiplicity
        for at in index..<end {
          let offset = unsafe Int(docIDs[at] &- first)
          unsafe sums[offset] += Double(scores[at]) * multiplicity
          unsafe matches[offset >> 6] |= 1 << UInt64(offset & 63)
        }
        guard end == count else { break }
        cursor.open(cursor.block + 1)
      }
    }
  }

  /// Goes through the entries of the window that essential terms hold.
  private func followSums(
    _ essential: Int, _ first: UInt32, _ top: inout TopHits, _ segment: Int, _ live: LiveDocuments
  ) {
    let others = before[essential]
    for word in 0..<(Self.windowSize / 64) {
      var bits = unsafe matches[word]
      guard bits != 0 else { continue }
      unsafe matches[word] = 0
      while bits != 0 {
        let offset = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        let sum = unsafe sums[offset]
        unsafe sums[offset] = 0
        if sum + others >= top.lowest {
          follow(first &+ UInt32(offset), sum, essential, &top, segment, live)
        }
      }
    }
  }

  /// Adds what the terms that are not essential give an entry, as long as it can get among the best.
  private func follow(
    _ docID: UInt32, _ score: Double, _ essential: Int, _ top: inout TopHits, _ segment: Int,
    _ live: LiveDocuments
  ) {
    var sum = score
    var place = essential - 1
    while place >= 0 {
      guard sum + before[place + 1] >= top.lowest else { return }
      sum += postings.with(order[place]) { $0.cursor.seek(docID) == docID ? $0.score : 0 }
      place -= 1
    }
    top.offer(sum, segment: segment, docID: docID, live: live)
  }
}
