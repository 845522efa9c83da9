/// A walk over the posting list of one term in one segment, by rising DocID.
///
/// It stands before the first posting until `next()` or `advance(to:)`; after the last, `docID` is `PostingCursor.end`.
/// Damage ends the walk and is noted in the fault given.
@safe final class PostingCursor {
  /// The DocID that stands for the end.
  static let end = UInt32.max

  /// The entry the cursor stands at.
  private(set) var docID: UInt32 = 0
  /// How many postings the list has.
  let count: Int

  private let segment: Segment
  private let info: TermInfo
  private let fault: SearchFault
  private let hasPositions: Bool
  private let dataStart: Int
  private let lastDocIDs: ByteView?
  private let dataEnds: ByteView?
  private let positionEnds: ByteView?

  private let docIDs = NumberBuffer(capacity: PostingFormat.blockSize)
  private let frequencies: NumberBuffer
  private var block = -1
  private var index = 0
  private var blockLength = 0
  private var blockLast: UInt32 = 0
  private var hasFrequencies = false
  private var frequencyOffset = 0
  private var frequencyBits = 0
  private lazy var positionCursor = PositionCursor(segment: segment, fault: fault)
  private var positionBlock = -1

  /// Opens the list of a term.
  init(
    _ info: TermInfo, in segment: Segment, hasPositions: Bool, fault: SearchFault
  ) throws(IndexError) {
    self.info = info
    self.segment = segment
    self.hasPositions = hasPositions
    self.fault = fault
    count = Int(info.documentFrequency)
    frequencies = NumberBuffer(capacity: hasPositions ? PostingFormat.blockSize : 1)
    let header = PostingFormat.headerLength(count: count, hasPositions: hasPositions)
    guard count <= segment.entryCount, header <= max(0, info.postingsLength) else {
      throw segment.corruptPostings(info.postingsStart)
    }
    dataStart = info.postingsStart + header
    if header > 0 {
      let arrays = try segment.postings(info.postingsStart, header)
      let size = PostingFormat.blockCount(count) * 4
      lastDocIDs = arrays.slice(0, size)
      dataEnds = arrays.slice(size, size)
      positionEnds = hasPositions ? arrays.slice(size * 2, size) : nil
    } else {
      lastDocIDs = nil
      dataEnds = nil
      positionEnds = nil
    }
  }

  /// Goes to the next posting.
  @inline(__always)
  func next() {
    index += 1
    if index < blockLength {
      docID = unsafe docIDs.base[index]
    } else {
      openBlock(block + 1)
    }
  }

  /// Goes to the first posting at or after an entry; stays when it stands there or beyond already.
  @inline(__always)
  func advance(to target: UInt32) {
    if block >= 0, docID >= target { return }
    if block < 0 || target > blockLast { skip(to: target) }
    let base = unsafe docIDs.base
    while docID != Self.end {
      while index < blockLength {
        let current = unsafe base[index]
        if current >= target {
          docID = current
          return
        }
        index += 1
      }
      // Only a damaged list gets here: its arrays promised more than the block holds.
      openBlock(block + 1)
    }
  }

  /// Opens the block that can hold an entry, the first of those not yet passed.
  private func skip(to target: UInt32) {
    var candidate = block + 1
    if let lastDocIDs {
      let blocks = PostingFormat.blockCount(count)
      var step = 1
      // Doubling steps, then halving: skips are short in conjunctions of alike frequencies.
      while candidate + step < blocks, lastDocIDs.word(candidate + step) < target {
        candidate += step
        step *= 2
      }
      var high = min(candidate + step, blocks)
      while candidate < high {
        let middle = (candidate + high) / 2
        if lastDocIDs.word(middle) < target { candidate = middle + 1 } else { high = middle }
      }
    }
    openBlock(candidate)
  }

  private func finish() {
    docID = Self.end
    blockLast = Self.end
    blockLength = 0
    index = 0
    block = PostingFormat.blockCount(count)
  }

  private func fail(_ offset: Int) {
    fault.note(segment.corruptPostings(offset))
    finish()
  }

  private func openBlock(_ number: Int) {
    let first = number * PostingFormat.blockSize
    guard first < count, docID != Self.end || block < 0 else { return finish() }
    let start = number == 0 ? 0 : Int(dataEnds?.word(number - 1) ?? 0)
    let whole = info.postingsLength - (dataStart - info.postingsStart)
    let end = dataEnds.map { Int($0.word(number)) } ?? whole
    let base = number == 0 ? 0 : (lastDocIDs?.word(number - 1) ?? 0) &+ 1
    block = number
    index = 0
    blockLength = min(PostingFormat.blockSize, count - first)
    if count == 1 {
      unsafe docIDs.base[0] = info.docID
      unsafe frequencies.base[0] = info.termFrequency
      hasFrequencies = true
    } else {
      guard start <= end, end <= whole, Int(base) < segment.entryCount,
        let data = segment.intactPostings(dataStart + start, end - start),
        blockLength == PostingFormat.blockSize
          ? decodeBlock(data, base: base) : decodeTail(data, base: base)
      else { return fail(dataStart + start) }
    }
    blockLast = unsafe docIDs.base[blockLength - 1]
    guard Int(blockLast) < segment.entryCount,
      lastDocIDs == nil || lastDocIDs?.word(number) == blockLast
    else { return fail(dataStart + start) }
    docID = unsafe docIDs.base[0]
  }

  private func decodeBlock(_ data: ByteView, base: UInt32) -> Bool {
    let header = hasPositions ? 2 : 1
    guard data.count >= header else { return false }
    let bits = Int(data[0])
    frequencyBits = hasPositions ? Int(data[1]) : 0
    frequencyOffset = header + bits * 16
    guard bits <= 32, frequencyBits <= 32, data.count == frequencyOffset + frequencyBits * 16 else {
      return false
    }
    hasFrequencies = !hasPositions
    let numbers = unsafe docIDs.base
    unsafe BitPacking.unpack(data.base + header, bits: bits, into: numbers)
    // With at most 24 bits the sum cannot pass 32 bits unless the end does, which is checked.
    guard bits > 24 else {
      var next = base
      for place in 0..<PostingFormat.blockSize {
        let docID = unsafe next &+ numbers[place]
        unsafe numbers[place] = docID
        next = docID &+ 1
      }
      return unsafe numbers[PostingFormat.blockSize - 1] >= base
    }
    var next = UInt64(base)
    for place in 0..<PostingFormat.blockSize {
      next += unsafe UInt64(numbers[place]) + 1
      unsafe numbers[place] = UInt32(truncatingIfNeeded: next - 1)
    }
    return next <= UInt64(segment.entryCount)
  }

  private func decodeTail(_ data: ByteView, base: UInt32) -> Bool {
    var reader = ByteReader(data)
    var next = UInt64(base)
    for place in 0..<blockLength {
      let number = reader.varint()
      // A distance over 32 bits is damage; the guard keeps the sum from wrapping.
      next += min(hasPositions ? number >> 1 : number, UInt64(UInt32.max))
      guard next < UInt64(segment.entryCount) else { return false }
      unsafe docIDs.base[place] = UInt32(next)
      next += 1
      if hasPositions {
        let frequency = number & 1 == 1 ? 1 : reader.varint32()
        guard frequency > 0 else { return false }
        unsafe frequencies.base[place] = frequency
      }
    }
    hasFrequencies = true
    return !reader.hasFailed && reader.isAtEnd
  }

  /// How often the term occurs in the entry; 1 without positions.
  @inline(__always)
  var termFrequency: UInt32 {
    guard hasPositions, index < blockLength else { return 1 }
    if !hasFrequencies { decodeFrequencies() }
    return unsafe frequencies.base[index]
  }

  private func decodeFrequencies() {
    hasFrequencies = true
    let start = block == 0 ? 0 : Int(dataEnds?.word(block - 1) ?? 0)
    let size = frequencyBits * 16
    guard let data = segment.intactPostings(dataStart + start + frequencyOffset, size) else {
      for place in 0..<PostingFormat.blockSize { unsafe frequencies.base[place] = 1 }
      fault.note(segment.corruptPostings(dataStart + start))
      return
    }
    unsafe BitPacking.unpack(data.base, bits: frequencyBits, into: frequencies.base)
    for place in 0..<PostingFormat.blockSize { unsafe frequencies.base[place] &+= 1 }
  }

  /// Appends the positions of the term in the entry, rising; nothing without positions or after damage.
  func appendPositions(to output: NumberBuffer) {
    guard hasPositions, index < blockLength else { return }
    if count == 1, info.termFrequency == 1 { return output.append(info.position) }
    _ = termFrequency
    if positionBlock != block {
      positionBlock = block
      let start = block == 0 ? 0 : Int(positionEnds?.word(block - 1) ?? 0)
      let end = positionEnds.map { Int($0.word(block)) } ?? info.positionsLength
      guard start <= end, end <= info.positionsLength else {
        positionCursor.close()
        return fault.note(segment.corruptPostings(info.positionsStart + start))
      }
      unsafe positionCursor.open(
        at: info.positionsStart + start, length: end - start, frequencies: frequencies.base,
        count: blockLength)
    }
    positionCursor.appendPositions(of: index, to: output)
  }
}
