/// The floors and arrays in front of a posting list of several blocks; `PostingFormat` says how they lie.
@safe struct PostingArrays {
  /// How many blocks the list has.
  let blockCount: Int
  /// How many bytes the arrays take.
  let length: Int
  /// What stands in front of the arrays; empty where there is nothing.
  let floors: ByteView?
  /// Whether there are arrays: not for a list of one block.
  let hasBlocks: Bool
  /// The arrays, and how many bytes of them stand before the last DocIDs.
  private let view: ByteView
  private let start: Int
  private let hasPositions: Bool

  /// Finds the arrays of a term's list.
  init(_ info: TermInfo, in segment: Segment, hasPositions: Bool) throws(IndexError) {
    let count = Int(info.documentFrequency)
    blockCount = PostingFormat.blockCount(count)
    length = PostingFormat.headerLength(count: count, hasPositions: hasPositions)
    guard count <= segment.entryCount, length <= max(0, info.postingsLength) else {
      throw segment.corruptPostings(info.postingsStart)
    }
    self.hasPositions = hasPositions
    hasBlocks = length > 0
    view = try segment.postings(info.postingsStart, length)
    start = hasPositions ? ScoreFloors.size : 0
    floors = hasBlocks && hasPositions ? view.slice(0, start) : nil
  }

  /// A number of an array; all arrays but that of impacts have a number a block.
  @inline(__always)
  private func word(_ array: Int, _ block: Int) -> UInt32 {
    view.load(start &+ (array &* blockCount &+ block) &* 4, as: UInt32.self)
  }

  /// The last entry of a block; only with arrays.
  @inline(__always)
  func lastDocID(of block: Int) -> UInt32 { hasBlocks ? word(0, block) : 0 }

  /// Where the data of a block ends; only with arrays.
  @inline(__always)
  func dataEnd(of block: Int) -> Int { hasBlocks ? Int(word(1, block)) : 0 }

  /// Where the positions of a block end; only with arrays and positions.
  @inline(__always)
  func positionEnd(of block: Int) -> Int {
    hasBlocks && hasPositions ? Int(word(2, block)) : 0
  }

  /// The impacts of a block; `nil` without arrays or positions.
  @inline(__always)
  func impacts(of block: Int) -> UInt64? {
    guard hasBlocks, hasPositions else { return nil }
    return view.load(start + blockCount * 12 + block * 8, as: UInt64.self)
  }

  /// The first block from a given one on that may hold an entry or one after it.
  func block(from first: Int, reaching target: UInt32) -> Int {
    guard hasBlocks, first < blockCount else { return first }
    let words = unsafe UnsafeRawPointer(view.base + start)
    // As many as there are blocks lie in the view.
    func last(_ block: Int) -> UInt32 {
      unsafe UInt32(
        littleEndian: words.loadUnaligned(fromByteOffset: block &* 4, as: UInt32.self))
    }
    var low = first
    var step = 1
    // Doubling steps, then halving: skips are short in conjunctions of alike frequencies.
    while low &+ step < blockCount, last(low &+ step) < target {
      low = low &+ step
      step = step &* 2
    }
    var left = min(step, blockCount - low)
    while left > 0 {
      let half = left / 2
      if last(low &+ half) < target {
        low = low &+ half &+ 1
        left = left &- half &- 1
      } else {
        left = half
      }
    }
    return low
  }
}
