/// The positions of one block of postings, decoded chunk by chunk as they are asked for.
@safe struct PositionCursor: ~Copyable {
  private let segment: Segment
  private let fault: SearchFault
  /// How many positions each posting of the block has; memory of the posting cursor.
  private var frequencies: UnsafePointer<UInt32>?
  /// A posting, and where its positions begin in the row of the block: the next is found from there.
  private var place = 0
  private var placeStart = 0
  /// The decoded chunks of the row: for each posting the first position, then distances.
  private let row: NumberBuffer
  private let output: NumberBuffer
  private var data: ByteView?
  private var offset = 0
  private var total = 0
  /// The chunks that have been passed, and where the next one begins.
  private var passedChunks = 0
  private var nextChunkOffset = 0
  /// The chunks from here to the last passed one are decoded.
  private var firstDecoded = 0
  /// The chunk asked for last, and for how many postings it was.
  private var usedChunk = -1
  private var uses = 0
  private var isDense = false
  /// So many postings of a chunk, of at most so many positions, are decoded alone: more cost as much as the whole chunk.
  private static let pickedUses = 2
  private static let pickedPositions = 8

  init(segment: Segment, memory: PostingMemory, fault: SearchFault) {
    self.segment = segment
    self.fault = fault
    row = memory.row
    output = memory.positions
  }

  /// Takes up a block: where its positions lie in the postings, and how many each of its postings has.
  mutating func open(
    at offset: Int, length: Int, frequencies: UnsafePointer<UInt32>, count: Int
  ) {
    self.offset = offset
    data = segment.intactPostings(offset, length)
    unsafe self.frequencies = frequencies
    place = 0
    placeStart = 0
    total = unsafe count == BitPacking.count ? Self.sum(frequencies) : Self.sum(frequencies, count)
    passedChunks = 0
    firstDecoded = 0
    nextChunkOffset = 0
    usedChunk = -1
    // Not even a bit for every position: damage, for which no memory is taken.
    guard let data, total <= Int(Int32.max), total / BitPacking.count <= data.count else {
      return fail()
    }
  }

  @inline(__always)
  private static func sum(_ numbers: UnsafePointer<UInt32>, _ count: Int) -> Int {
    var sum: UInt64 = 0
    for index in 0..<count { sum &+= unsafe UInt64(numbers[index]) }
    return Int(truncatingIfNeeded: sum)
  }

  /// The sum of 128 numbers, four at a time as long as none is so large that it could overflow.
  @inline(__always)
  private static func sum(_ numbers: UnsafePointer<UInt32>) -> Int {
    let source = unsafe UnsafeRawPointer(numbers)
    var sums = SIMD4<UInt32>(repeating: 0)
    var all = sums
    for row in 0..<(BitPacking.count / 4) {
      let four = unsafe source.loadUnaligned(fromByteOffset: row &* 16, as: SIMD4<UInt32>.self)
      sums &+= four
      all |= four
    }
    guard all[0] | all[1] | all[2] | all[3] < 1 << 24 else {
      return unsafe sum(numbers, BitPacking.count)
    }
    return Int(sums[0]) + Int(sums[1]) + Int(sums[2]) + Int(sums[3])
  }

  /// Drops the block.
  mutating func close() { data = nil }

  private mutating func fail() {
    data = nil
    fault.note(segment.corruptPostings(offset + nextChunkOffset))
  }

  /// The first position of a posting of the block, and the distances of the others; none after damage.
  ///
  /// They are valid until the next are asked for.
  @inline(__always)
  mutating func deltas(of index: Int) -> UnsafeBufferPointer<UInt32> {
    guard let frequencies = unsafe frequencies else {
      return unsafe UnsafeBufferPointer(start: row.base, count: 0)
    }
    if index < place {
      place = 0
      placeStart = 0
    }
    placeStart += unsafe Self.sum(frequencies + place, index - place)
    place = index
    let start = placeStart
    let end = unsafe start + Int(frequencies[index])
    let chunk = start / BitPacking.count
    let lastChunk = (end - 1) / BitPacking.count
    if chunk != usedChunk {
      isDense = uses > Self.pickedUses
      usedChunk = chunk
      uses = 0
    }
    uses += 1
    if data == nil || lastChunk >= passedChunks || chunk < firstDecoded {
      let isPicked =
        chunk == lastChunk && chunk >= passedChunks && !isDense && uses <= Self.pickedUses
        && end - start <= Self.pickedPositions
      guard end > start, isPicked ? pick(start..<end) : decode(from: chunk, through: lastChunk)
      else { return unsafe UnsafeBufferPointer(start: row.base, count: 0) }
      if isPicked { return unsafe UnsafeBufferPointer(start: output.base, count: end - start) }
    }
    return unsafe UnsafeBufferPointer(
      start: row.base + (start - firstDecoded * BitPacking.count), count: end - start)
  }

  /// Decodes a few positions of the row, which lie in one chunk that is not passed yet.
  private mutating func pick(_ places: Range<Int>) -> Bool {
    let chunk = places.lowerBound / BitPacking.count
    guard let data, pass(to: chunk) else { return false }
    let start = chunk * BitPacking.count
    let isIntact = unsafe PatchedPacking.pick(
      (places.lowerBound - start)..<(places.upperBound - start),
      of: min(BitPacking.count, total - start), data, at: nextChunkOffset, into: output.base)
    if !isIntact { fail() }
    return isIntact
  }

  /// Passes chunks up to a later one, which comes next then.
  private mutating func pass(to chunk: Int) -> Bool {
    guard let data else { return false }
    guard passedChunks < chunk else { return true }
    while passedChunks < chunk {
      let length = PatchedPacking.length(data, at: nextChunkOffset, count: BitPacking.count)
      guard length > 0 else {
        fail()
        return false
      }
      nextChunkOffset += length
      passedChunks += 1
    }
    firstDecoded = chunk
    return true
  }

  /// The positions of a posting of the block; valid until the next are asked for, none after damage.
  mutating func positions(of index: Int) -> UnsafeBufferPointer<UInt32> {
    let deltas = unsafe deltas(of: index)
    output.count = 0
    output.reserve(deltas.count)
    var position: UInt32 = 0
    for place in 0..<deltas.count {
      position &+= unsafe deltas[place]
      unsafe output.base[place] = position
    }
    return unsafe UnsafeBufferPointer(start: output.base, count: deltas.count)
  }

  /// Decodes chunks of the row; those in between that are not asked for are passed over.
  private mutating func decode(from first: Int, through last: Int) -> Bool {
    guard let data else { return false }
    if first < firstDecoded || first > passedChunks {
      if first < passedChunks {
        passedChunks = 0
        nextChunkOffset = 0
      }
      guard pass(to: first) else { return false }
      firstDecoded = first
    }
    row.count = (passedChunks - firstDecoded) * BitPacking.count
    row.reserve((last + 1 - passedChunks) * BitPacking.count)
    while passedChunks <= last {
      let size = min(BitPacking.count, total - passedChunks * BitPacking.count)
      let length =
        size > 0
        ? unsafe PatchedPacking.decode(
          data, at: nextChunkOffset, count: size,
          into: row.base + (passedChunks - firstDecoded) * BitPacking.count) : 0
      guard length > 0 else {
        fail()
        return false
      }
      nextChunkOffset += length
      passedChunks += 1
    }
    return true
  }
}
