/// The floors and arrays in front of a posting list of several blocks; `PostingFormat` says how they lie.
@safe struct PostingArrays {
  /// How many blocks the list has.
  let blockCount: Int
  /// How many bytes the arrays take.
  let length: Int
  /// What stands in front of the arrays; empty where there is nothing.
  let floors: ByteView?
  private let lastDocIDs: ByteView?
  private let dataEnds: ByteView?
  private let positionEnds: ByteView?
  private let impactWords: ByteView?

  /// Finds the arrays of a term's list.
  init(_ info: TermInfo, in segment: Segment, hasPositions: Bool) throws(IndexError) {
    let count = Int(info.documentFrequency)
    blockCount = PostingFormat.blockCount(count)
    length = PostingFormat.headerLength(count: count, hasPositions: hasPositions)
    guard count <= segment.entryCount, length <= max(0, info.postingsLength) else {
      throw segment.corruptPostings(info.postingsStart)
    }
    guard length > 0 else {
      floors = nil
      lastDocIDs = nil
      dataEnds = nil
      positionEnds = nil
      impactWords = nil
      return
    }
    let view = try segment.postings(info.postingsStart, length)
    let start = hasPositions ? ScoreFloors.size : 0
    let size = blockCount * 4
    floors = hasPositions ? view.slice(0, start) : nil
    lastDocIDs = view.slice(start, size)
    dataEnds = view.slice(start + size, size)
    positionEnds = hasPositions ? view.slice(start + size * 2, size) : nil
    impactWords = hasPositions ? view.slice(start + size * 3, size * 2) : nil
  }

  /// Whether there are arrays: not for a list of one block.
  @inline(__always)
  var hasBlocks: Bool { lastDocIDs != nil }

  /// The last entry of a block; only with arrays.
  @inline(__always)
  func lastDocID(of block: Int) -> UInt32 { lastDocIDs?.word(block) ?? 0 }

  /// Where the data of a block ends; only with arrays.
  @inline(__always)
  func dataEnd(of block: Int) -> Int { Int(dataEnds?.word(block) ?? 0) }

  /// Where the positions of a block end; only with arrays and positions.
  @inline(__always)
  func positionEnd(of block: Int) -> Int { Int(positionEnds?.word(block) ?? 0) }

  /// The impacts of a block; `nil` without arrays or positions.
  @inline(__always)
  func impacts(of block: Int) -> UInt64? {
    impactWords.map { $0.load(block * 8, as: UInt64.self) }
  }

  /// The first block from a given one on that may hold an entry or one after it.
  func block(from first: Int, reaching target: UInt32) -> Int {
    guard let lastDocIDs else { return first }
    var candidate = first
    var step = 1
    // Doubling steps, then halving: skips are short in conjunctions of alike frequencies.
    while candidate + step < blockCount, lastDocIDs.word(candidate + step) < target {
      candidate += step
      step *= 2
    }
    var high = min(candidate + step, blockCount)
    while candidate < high {
      let middle = (candidate + high) / 2
      if lastDocIDs.word(middle) < target { candidate = middle + 1 } else { high = middle }
    }
    return candidate
  }
}
